import type { CouncilDecision } from '../../domain/councils/councilDecision.ts';
import type {
  CouncilRequest,
  CouncilSystem,
  PollWindow,
  ReadingContext,
} from '../../domain/councils/councilSystem.ts';
import type { Source } from '../../domain/intake/source.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { WallClock } from '../ports.ts';
import type { Failed } from './lookInTurn.ts';
import type { CouncilAnswer, CouncilReader } from './pollPorts.ts';

/** Two months of a busy council are some tens of questions. */
const MOST_QUESTIONS = 150;
/** All sources are asked within one call of the function. */
const LONGEST_MS = 100_000;

export interface Found {
  readonly decisions: readonly CouncilDecision[];
  readonly skipped: number;
  readonly undecided: number;
  readonly questions: number;
  readonly failed?: Failed;
}

/** Asks a council system, one question after the other, for all that was decided in these days. */
export async function askCouncilSystem(
  reader: CouncilReader,
  system: CouncilSystem,
  source: Pick<Source, 'origins'>,
  window: PollWindow,
  context: ReadingContext,
  now: WallClock,
): Promise<Found> {
  const found = { decisions: [] as CouncilDecision[], skipped: 0, undecided: 0, questions: 0 };
  const first = system.first(context.poll, window);
  if ('missing' in first) return { ...found, failed: { trouble: 'settings', said: first.missing } };

  const start = Date.parse(now());
  const left: CouncilRequest[] = [first];
  const changed: string[] = [];
  for (let request = left.shift(); request; request = left.shift()) {
    if (found.questions >= MOST_QUESTIONS || Date.parse(now()) - start > LONGEST_MS)
      return { ...found, failed: tooMuch(system) };
    const isFirst = found.questions === 0;
    found.questions += 1;
    const answer = await answerOf(reader, request, source, system);
    if ('trouble' in answer) return { ...found, failed: answer };
    if (answer.kind === 'gone') {
      // A meeting that was withdrawn between list and question is no change; the list itself is.
      if (isFirst) return { ...found, failed: { trouble: 'layout', said: noLongerThere(system) } };
      found.skipped += 1;
      continue;
    }
    const reading = system.read(request, answer.text, context);
    if (reading.kind === 'refused')
      return { ...found, failed: { trouble: 'forbidden', said: reading.sentence } };
    if (reading.kind === 'layout-changed') {
      if (isFirst) return { ...found, failed: { trouble: 'layout', said: reading.sentence } };
      changed.push(reading.sentence);
      found.skipped += 1;
      continue;
    }
    found.decisions.push(...reading.decisions);
    found.skipped += reading.skipped;
    found.undecided += reading.undecided;
    left.push(...reading.more);
  }
  // One odd meeting is skipped; when none of them can be read it is the layout.
  const [sentence] = changed;
  if (sentence && changed.length === found.questions - 1)
    return { ...found, failed: { trouble: 'layout', said: sentence } };
  return found;
}

async function answerOf(
  reader: CouncilReader,
  request: CouncilRequest,
  { origins }: Pick<Source, 'origins'>,
  { name }: CouncilSystem,
): Promise<Extract<CouncilAnswer, { kind: 'answered' | 'gone' }> | Failed> {
  try {
    const answer = await reader.ask(request, origins);
    if (answer.kind === 'refused') return { trouble: 'settings', said: answer.why };
    if (answer.kind === 'forbidden')
      return {
        trouble: 'forbidden',
        said: `${name} weigert antwoord (status ${answer.status}). Vraag de leverancier om toegang; voer uitkomsten zolang met de hand in.`,
      };
    return answer;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return {
      trouble: 'unreachable',
      said: `${name} is niet bereikbaar; het wordt vanzelf opnieuw geprobeerd. Voer uitkomsten zolang met de hand in.`,
    };
  }
}

function tooMuch({ name }: CouncilSystem): Failed {
  return {
    trouble: 'too-much',
    said: `${name} geeft meer vergaderingen dan in één keer gelezen kunnen worden; wat gevonden is, telt. Waarschuw de beheerder.`,
  };
}

function noLongerThere({ name }: CouncilSystem): string {
  return `Op het ingestelde adres van ${name} is niets meer te vinden. Controleer het adres in de instelling van de bron; voer uitkomsten zolang met de hand in.`;
}
