import validate from 'asl-validator';
import { expect, test } from 'vitest';
import { synthesise } from '../infra/synthesised.ts';
import { allStates, definitionOf } from './definitions.ts';

const watch = definitionOf(synthesise('prod').chain, 'DailyWatch');
const states = allStates(watch);

test('the definition is valid ASL, in JSONata throughout', () => {
  const result = validate(watch);
  expect(result.isValid ? '' : result.errorsText('\n')).toBe('');
  for (const [name, { QueryLanguage }] of states) expect([name, QueryLanguage]).toEqual([name, 'JSONata']);
});

test('an administrator reads in the console what it does', () => {
  expect(states.map(([name]) => name)).toEqual([
    'FindDaysToWatch',
    'WatchEachDay',
    'WatchEachPage',
    'WatchThePage',
    'PageNotWatched',
    'EveryPageWatched?',
    'Watched',
    'NotEverythingWatched',
  ]);
});

test('every task has a timeout, and is tried again for errors it names, also when the table cannot be reached', () => {
  const tasks = states.filter(([, { Type }]) => Type === 'Task');
  expect(tasks).toHaveLength(2);
  for (const [name, { TimeoutSeconds, Retry }] of tasks) {
    expect([name, Number.isInteger(TimeoutSeconds)]).toEqual([name, true]);
    const errors = Retry!.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(errors).toContain('Unavailable');
    expect(errors).not.toContain('States.ALL');
  }
});

// Five missed days must give what five mornings would have given.
test('days are watched one after the other', () => {
  expect(watch.States.WatchEachDay).toMatchObject({
    Type: 'Map',
    MaxConcurrency: 1,
    Items: '{% $states.input.days %}',
  });
});

// Guards: workflows/daily-watch.ts: watch.addCatch(
test('a page that cannot be watched keeps no other from its day, and the execution fails at its end', () => {
  const page = states.find(([name]) => name === 'WatchThePage')![1];
  expect(page.Catch).toMatchObject([{ ErrorEquals: ['States.ALL'], Next: 'PageNotWatched' }]);
  expect(watch.States['EveryPageWatched?']).toMatchObject({
    Type: 'Choice',
    Choices: [{ Next: 'NotEverythingWatched' }],
    Default: 'Watched',
  });
  expect(watch.States.NotEverythingWatched).toMatchObject({ Type: 'Fail' });
});

// Invariant 7: the moment comes from the input; the only clock is the start of the execution.
test('the moment is the one in the input, otherwise the start of the execution', () => {
  const payload = String(watch.States.FindDaysToWatch!.Arguments!.Payload);
  expect(payload).toContain(
    '$exists($states.input.at) ? $states.input.at : $states.context.Execution.StartTime',
  );
  expect(JSON.stringify(watch)).not.toMatch(/\$now\(|\$millis\(/);
});

test('it waits for nothing by the clock, and a watch that hangs ends', () => {
  expect(states.filter(([, { Type }]) => Type === 'Wait')).toEqual([]);
  expect(watch.TimeoutSeconds).toBeLessThanOrEqual(6 * 3600);
});
