import type { HistoryEvent } from '../../domain/executions/historyEvent.ts';
import { ENDINGS } from '../../domain/round/chainStates.ts';
import { STATE_WORD } from '../round/stateWords.ts';

/** Both spellings, of the aws-sdk integration and of the optimized one. */
const CONDITION_FAILED = /^Dynamo(Db|DB)\.ConditionalCheckFailedException$/;

const OF_EXECUTION: Readonly<Record<string, (error: string) => string>> = {
  ExecutionStarted: () => 'De uitvoering is gestart.',
  ExecutionRedriven: () => 'De uitvoering is in de AWS-console opnieuw in gang gezet (redrive).',
  ExecutionSucceeded: () => 'De uitvoering is klaar.',
  ExecutionFailed: (error) => `De uitvoering is mislukt${error}.`,
  ExecutionTimedOut: () => 'De uitvoering heeft haar langste tijd bereikt en is geëindigd.',
  ExecutionAborted: () => 'De uitvoering is gestopt; dat doet alleen een mens of een script.',
};

/**
 * An event as a sentence, or nothing where it tells a reader no more than the event beside it. Its state is the one it
 * happened in (domain/executions/historyEvent.ts).
 */
export function historySentence({
  type,
  state = '',
  resource = '',
  error,
}: HistoryEvent): string | undefined {
  const because = error ? ` (${error})` : '';
  if (Object.hasOwn(OF_EXECUTION, type)) return OF_EXECUTION[type]?.(because);
  const word = stateWord(state);
  if (type.endsWith('StateEntered')) {
    // The states of one body within a stage: what happens in them is told by what they call.
    if (state.includes(': ')) return undefined;
    return (ENDINGS as readonly string[]).includes(state)
      ? `Uitkomst: ${word}.`
      : `Stap: ${word}${word.endsWith('?') ? '' : '.'}`;
  }
  if (resource.endsWith('.waitForTaskToken'))
    return ofWait(type, /(^|:)putItem\./.test(resource), word, error);
  if (type === 'TaskTimedOut') return `${word}: duurde te lang; wordt zo mogelijk opnieuw geprobeerd.`;
  if (/^(Task|LambdaFunction)(Submit|Start)?Failed$/.test(type))
    return `${word}: mislukt${because}; wordt zo mogelijk opnieuw geprobeerd.`;
  return undefined;
}

/** Asking a body is putting its request; joining it is putting another token on the one that is there. */
function ofWait(type: string, isAsking: boolean, word: string, error = ''): string | undefined {
  if (type === 'TaskScheduled')
    return isAsking
      ? `${word}: een orgaan wordt gevraagd, en de keten wacht op het antwoord.`
      : `${word}: de keten wacht op een antwoord dat nog openstaat; het orgaan wordt niet opnieuw gevraagd.`;
  if (type === 'TaskSucceeded') return `${word}: er is een antwoord; het wachten daarop is voorbij.`;
  if (type === 'TaskTimedOut')
    return `${word}: een wachttijd is verlopen; de keten sluit weer aan bij hetzelfde verzoek. Dat is geen fout en besluit niets.`;
  if (!type.endsWith('Failed')) return undefined;
  if (!CONDITION_FAILED.test(error))
    return `${word}: het verzoek kon niet worden geschreven (${error || 'onbekende fout'}); wordt zo mogelijk opnieuw geprobeerd.`;
  return isAsking
    ? `${word}: dit orgaan was al gevraagd of had al geantwoord; de keten vraagt het niet opnieuw.`
    : `${word}: op dit antwoord hoeft niet meer te worden gewacht.`;
}

/** `CollegesDecide: ask` → Colleges besluiten */
function stateWord(state: string): string {
  const [name = ''] = state.split(': ');
  return Object.hasOwn(STATE_WORD, name) ? (STATE_WORD[name] ?? name) : name || 'Een stap';
}
