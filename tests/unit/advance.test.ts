import { expect, test } from 'vitest';
import { advance } from '../../functions/domain/round/advance.ts';
import { LATER, OPENED, roundRow } from './exampleRecord.ts';

const passed = { kind: 'passed', verdict: 'agreed', on: '2026-02-02', at: LATER } as const;
const divided = { kind: 'divided', verdict: 'divided', on: '2026-02-02', at: LATER } as const;

test('a passed stage keeps its verdict and day, and the next is asked at the latest of its answers', () => {
  const changes = advance(roundRow(), passed);
  expect(changes).toMatchObject({ status: 'open', stage: 1, askAt: LATER, lastWrite: 'stage-passed' });
  expect(changes.stages[0]).toMatchObject({ verdict: 'agreed', passedOn: '2026-02-02', passedAt: LATER });
  expect(changes.stages[1]).toEqual(roundRow().stages[1]);
  expect(changes).not.toHaveProperty('closedAt');
});

// The guard is `weighing.at > round.askAt` in advance.
test('what follows is never asked before the round was, also when all had answered earlier', () => {
  expect(advance(roundRow(), { ...passed, at: '2026-01-10T09:00:00.000Z' }).askAt).toBe(OPENED);
});

test('the last stage concludes the round, with the verdict of the whole', () => {
  const last = roundRow({ stage: 2 });
  expect(advance(last, passed)).toMatchObject({
    status: 'concluded',
    verdict: 'agreed',
    stage: 2,
    closedAt: LATER,
    lastWrite: 'concluded',
  });
  const noting = roundRow();
  const onlyNotes = { ...noting, stage: 0, stages: [{ ...noting.stages[1]! }] };
  expect(advance(onlyNotes, { ...passed, verdict: 'noted' }).verdict).toBe('noted');
});

test('a divided stage hands the round back, wherever in the round it is', () => {
  for (const stage of [0, 2]) {
    expect(advance(roundRow({ stage }), divided)).toMatchObject({
      status: 'handed-over',
      verdict: 'divided',
      stage,
      closedAt: LATER,
      lastWrite: 'handed-over',
    });
  }
});

test('the row it was made from is not changed', () => {
  const before = roundRow();
  const copy = structuredClone(before);
  advance(before, passed);
  expect(before).toEqual(copy);
});
