import { describe, expect, test } from 'vitest';
import { type HistoryEvent, placeEvents } from '../../functions/domain/executions/historyEvent.ts';
import { historySentence } from '../../functions/web/executions/historySentence.ts';

const PUT = { resource: 'putItem.waitForTaskToken' };
const UPDATE = { resource: 'updateItem.waitForTaskToken' };
const CONDITION = { error: 'DynamoDb.ConditionalCheckFailedException' };

/** Events as AWS writes them: each names the one before it on its own branch. */
function history(...events: (Partial<HistoryEvent> & { type: string })[]): HistoryEvent[] {
  return events.map((event, index) => ({
    id: index + 1,
    previous: index,
    at: `2026-01-20T09:00:0${index % 10}.000Z`,
    ...event,
  }));
}

const told = (...events: Parameters<typeof history>) =>
  placeEvents(history(...events)).map((event) => historySentence(event));

describe('the history of an execution in words', () => {
  test('tells how a stage is asked, waits, rejoins and goes on', () => {
    const sentences = told(
      { type: 'ExecutionStarted' },
      { type: 'MapStateEntered', state: 'CollegesDecide' },
      { type: 'TaskStateEntered', state: 'CollegesDecide: ask' },
      { type: 'TaskScheduled', ...PUT },
      { type: 'TaskSubmitted', ...PUT },
      { type: 'TaskTimedOut', ...PUT, error: 'States.Timeout' },
      { type: 'TaskStateEntered', state: 'CollegesDecide: join' },
      { type: 'TaskScheduled', ...UPDATE },
      { type: 'TaskSucceeded', ...UPDATE },
      { type: 'PassStateEntered', state: 'RoundConcluded' },
      { type: 'ExecutionSucceeded' },
    );
    expect(sentences).toEqual([
      'De uitvoering is gestart.',
      'Stap: Colleges besluiten.',
      undefined,
      'Colleges besluiten: een orgaan wordt gevraagd, en de keten wacht op het antwoord.',
      undefined,
      'Colleges besluiten: een wachttijd is verlopen; de keten sluit weer aan bij hetzelfde verzoek. Dat is geen fout en besluit niets.',
      undefined,
      'Colleges besluiten: de keten wacht op een antwoord dat nog openstaat; het orgaan wordt niet opnieuw gevraagd.',
      'Colleges besluiten: er is een antwoord; het wachten daarop is voorbij.',
      'Uitkomst: Ronde afgerond.',
      'De uitvoering is klaar.',
    ]);
  });

  test('tells a resume apart from asking anew: who was asked, or answered, is not asked again', () => {
    const [, asked, joined] = told(
      { type: 'MapStateEntered', state: 'CouncilsDecide' },
      { type: 'TaskFailed', ...PUT, ...CONDITION },
      { type: 'TaskFailed', ...UPDATE, ...CONDITION },
    );
    expect(asked).toBe(
      'Raden besluiten: dit orgaan was al gevraagd of had al geantwoord; de keten vraagt het niet opnieuw.',
    );
    expect(joined).toBe('Raden besluiten: op dit antwoord hoeft niet meer te worden gewacht.');
  });

  test('names the error of a failure, and whose doing a stop is', () => {
    const sentences = told(
      { type: 'TaskStateEntered', state: 'WeighColleges' },
      { type: 'TaskFailed', resource: 'invoke', error: 'Unavailable' },
      { type: 'TaskFailed', ...PUT, error: 'DynamoDb.DynamoDbException' },
      { type: 'ExecutionFailed', error: 'Unavailable' },
      { type: 'ExecutionAborted' },
      { type: 'ExecutionTimedOut' },
      { type: 'ExecutionRedriven' },
    );
    expect(sentences).toEqual([
      'Stap: Antwoorden wegen.',
      'Antwoorden wegen: mislukt (Unavailable); wordt zo mogelijk opnieuw geprobeerd.',
      'Antwoorden wegen: het verzoek kon niet worden geschreven (DynamoDb.DynamoDbException); wordt zo mogelijk opnieuw geprobeerd.',
      'De uitvoering is mislukt (Unavailable).',
      'De uitvoering is gestopt; dat doet alleen een mens of een script.',
      'De uitvoering heeft haar langste tijd bereikt en is geëindigd.',
      'De uitvoering is in de AWS-console opnieuw in gang gezet (redrive).',
    ]);
  });

  // Guards: historyEvent.ts: states.get(event.previous). Forty bodies wait at once: the event before is not the one above.
  test('knows the state of each branch, however branches are mixed', () => {
    const events = placeEvents(
      history(
        { type: 'TaskStateEntered', state: 'CollegesDecide: ask' },
        { type: 'TaskStateEntered', state: 'CouncilsDecide: ask' },
        { type: 'TaskScheduled', previous: 1 },
        { type: 'TaskScheduled', previous: 2 },
        { type: 'TaskTimedOut', previous: 3 },
      ),
    );
    expect(events.map(({ state }) => state)).toEqual([
      'CollegesDecide: ask',
      'CouncilsDecide: ask',
      'CollegesDecide: ask',
      'CouncilsDecide: ask',
      'CollegesDecide: ask',
    ]);
  });

  // Guards: historyEvent.ts: ?? step.
  test('knows the step where no branch is told, as in the local cloud', () => {
    const [, asked] = told(
      { type: 'MapStateEntered', state: 'RacTakesNote' },
      { type: 'TaskScheduled', previous: 0, resource: 'aws-sdk:dynamodb:putItem.waitForTaskToken' },
    );
    expect(asked).toBe(
      'Commissie neemt kennis: een orgaan wordt gevraagd, en de keten wacht op het antwoord.',
    );
  });

  test('has words for what a later definition calls, and for events it does not know', () => {
    const [step, unknown, proto] = told(
      { type: 'TaskStateEntered', state: 'SomethingNew' },
      { type: 'EvaluationFailed' },
      { type: 'constructor' },
    );
    expect([step, unknown, proto]).toEqual(['Stap: SomethingNew.', undefined, undefined]);
  });
});
