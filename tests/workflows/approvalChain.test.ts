import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { MOST_BODIES_IN_A_STAGE } from '../../functions/domain/plan/schema.ts';
import { ASKING_STATE, ENDINGS } from '../../functions/domain/round/chainStates.ts';
import { synthesise } from '../infra/synthesised.ts';
import { allStates, definitionOf, type Machine, type State } from './definitions.ts';

const chain = definitionOf(synthesise('prod').chain, 'ApprovalChain');
const states = allStates(chain);
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));
const maps = states.filter(([, { Type }]) => Type === 'Map');
const ASKING = Object.values(ASKING_STATE).flatMap((roles) => Object.values(roles));
const DAY = 24 * 3600;

test('the definition is valid ASL', () => {
  const result = validate(chain);
  expect(result.isValid ? '' : result.errorsText('\n')).toBe('');
});

test('every state is written in JSONata', () => {
  for (const [name, state] of states)
    expect([name, state.QueryLanguage ?? chain.QueryLanguage]).toEqual([name, 'JSONata']);
});

describe('the states an administrator reads in the console', () => {
  test.each([
    ...[
      'FindNextStep',
      'WhoIsNext?',
      'CollegesDecide',
      'WeighColleges',
      'CollegesAgree?',
      'RacTakesNote',
      'CouncilsDecide',
    ],
    ...['CouncilsTakeNote', 'RoundConcluded', 'HandedBackForRevision', 'Withdrawn', 'Superseded'],
  ])('%s is there', (name) => {
    expect(chain.States).toHaveProperty([name]);
  });

  // The weighing function names the next state: each name it may give must lead somewhere.
  test.each([...ASKING, ...ENDINGS])('%s is reached when the weighing names it', (name) => {
    expect(chosen(chain.States['WhoIsNext?']!, name)).toBe(name);
  });

  test('a name that nobody knows fails instead of going somewhere', () => {
    expect(chain.States['WhoIsNext?']).not.toHaveProperty('Default');
  });
});

describe('a wait for a body', () => {
  test('there are two for each state that asks: one that asks, one that joins', () => {
    expect(waits.map(([name]) => name).sort()).toEqual(
      ASKING.flatMap((name) => [`${name}: ask`, `${name}: join`]).sort(),
    );
  });

  // AWS refuses the optimized `dynamodb:putItem.waitForTaskToken`; the local cloud and the validator do not.
  test.each(waits)('%s: is an aws-sdk call that really waits', (name, { Resource }) => {
    const action = name.endsWith(': ask') ? 'putItem' : 'updateItem';
    expect(Resource).toBe(`arn:aws:states:::aws-sdk:dynamodb:${action}.waitForTaskToken`);
  });

  // Invariant 6. The guard is `taskTimeout` in askBodies.ts.
  test.each(waits)(
    '%s: ends by a timeout of a literal number of seconds, shorter than the execution',
    (_name, { TimeoutSeconds }) => {
      expect(Number.isInteger(TimeoutSeconds)).toBe(true);
      expect(TimeoutSeconds).toBeGreaterThanOrEqual(DAY);
      expect(TimeoutSeconds).toBeLessThan(chain.TimeoutSeconds!);
    },
  );

  test.each(waits)(
    '%s: a wait that timed out is caught, joins its request anew and keeps its input',
    (name, { Catch }) => {
      const caught = Catch?.find(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout'));
      expect(caught).toMatchObject({ Next: name.replace(/: \w+$/, ': join'), Output: '{% $states.input %}' });
    },
  );

  test.each(waits)(
    '%s: both spellings of a failed condition are caught and keep the input',
    (name, { Catch }) => {
      const spellings = [
        'DynamoDb.ConditionalCheckFailedException',
        'DynamoDB.ConditionalCheckFailedException',
      ];
      const to = name.endsWith(': ask') ? ': join' : ': answered';
      for (const spelling of spellings) {
        const caught = Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(spelling));
        expect(caught).toMatchObject({ Next: name.replace(/: \w+$/, to), Output: '{% $states.input %}' });
      }
    },
  );

  // A failed condition must not be tried again, nor swallowed by a catch of everything.
  test.each(waits)('%s: nothing else is caught', (_name, { Catch }) => {
    expect(Catch?.flatMap(({ ErrorEquals }) => ErrorEquals).sort()).toEqual([
      'DynamoDB.ConditionalCheckFailedException',
      'DynamoDb.ConditionalCheckFailedException',
      'States.Timeout',
    ]);
  });

  test.each(waits)('%s: puts its own token on the request, under a condition', (name, { Arguments }) => {
    expect(JSON.stringify(Arguments)).toContain('$states.context.Task.Token');
    expect(Arguments?.ConditionExpression).toBe(
      name.endsWith(': ask') ? 'attribute_not_exists(pk)' : '#status = :open AND #epoch <= :epoch',
    );
  });

  // Invariant 4: a token in a state's output would be in the history of everything after it.
  test('no output holds a token, and no other state reads one', () => {
    for (const [name, state] of states) {
      expect([name, JSON.stringify(state.Output ?? null).toLowerCase()]).toEqual([
        name,
        expect.not.stringContaining('token'),
      ]);
      if (!waits.some(([wait]) => wait === name)) {
        const { ItemProcessor: _inside, ...own } = state;
        expect(JSON.stringify(own)).not.toContain('Task.Token');
      }
    }
  });

  test('joining does not touch what was asked before: when, and until when silence waits', () => {
    for (const [name, { Arguments }] of waits.filter(([wait]) => wait.endsWith(': join'))) {
      const update = String(Arguments?.UpdateExpression);
      expect([name, update]).toEqual([
        name,
        expect.stringContaining('#askedAt = if_not_exists(#askedAt, :askedAt)'),
      ]);
      expect(update).toContain('#silenceOn = if_not_exists(#silenceOn, :silenceOn)');
    }
  });
});

describe('every task', () => {
  test.each(tasks)('%s: has a timeout', (_name, { TimeoutSeconds }) => {
    expect(Number.isInteger(TimeoutSeconds)).toBe(true);
  });

  test.each(tasks)(
    '%s: is tried again for errors it names, a bounded number of times',
    (_name, { Retry }) => {
      expect(Retry?.length).toBeGreaterThan(0);
      for (const { ErrorEquals, MaxAttempts } of Retry!) {
        expect(ErrorEquals).not.toContain('States.ALL');
        expect(ErrorEquals).not.toContain('States.TaskFailed');
        expect(ErrorEquals.some((name) => /ConditionalCheckFailed|Timeout$/.test(name))).toBe(false);
        expect(MaxAttempts).toBeGreaterThan(0);
        expect(MaxAttempts).toBeLessThanOrEqual(10);
      }
    },
  );
});

test('transactions on the same row and throttles are tried again by every wait', () => {
  for (const [name, { Retry }] of waits) {
    const errors = Retry!.flatMap(({ ErrorEquals }) => ErrorEquals);
    expect([name, errors]).toEqual([
      name,
      expect.arrayContaining([
        'DynamoDb.TransactionConflictException',
        'DynamoDb.ProvisionedThroughputExceededException',
      ]),
    ]);
  }
});

test('the bodies of a stage are asked all at once, inline, up to the number a plan may have', () => {
  expect(maps.map(([name]) => name).sort()).toEqual([...ASKING].sort());
  for (const [, { MaxConcurrency, ItemProcessor, Items }] of maps) {
    expect(MaxConcurrency).toBe(40);
    expect(MaxConcurrency).toBe(MOST_BODIES_IN_A_STAGE);
    expect(ItemProcessor?.ProcessorConfig.Mode).toBe('INLINE');
    expect(Items).toBe('{% $states.input.asks %}');
  }
});

// Weighing reads the answers from the table.
test("what is weighed is not a stage's output: it has none, and the weighing gets the execution's keys only", () => {
  for (const [, { Output }] of maps) expect(Output).toEqual({});
  for (const [, { Arguments, Resource }] of tasks.filter(
    ([, task]) => !waits.some(([, wait]) => wait === task),
  )) {
    expect(Resource).toBe('arn:aws:states:::lambda:invoke');
    expect(Arguments?.Payload).toBe('{% $states.context.Execution.Input %}');
  }
});

test('nothing waits by the clock, and the execution ends within a year', () => {
  expect(states.filter(([, { Type }]) => Type === 'Wait')).toEqual([]);
  expect(chain.TimeoutSeconds).toBeLessThanOrEqual(365 * DAY);
});

// The local cloud ignores the Output of a Succeed; a Fail would be a fault that resumes.
test('every ending is a Pass that says how the round ended', () => {
  for (const ending of ENDINGS) {
    expect(chain.States[ending]).toMatchObject({ Type: 'Pass', End: true, Output: { ending } });
  }
  expect(states.filter(([, { Type }]) => Type === 'Succeed' || Type === 'Fail')).toEqual([]);
});

/** Where a choice leads when the weighing has named the next state. */
function chosen(choice: State, next: string): string | undefined {
  const hit = choice.Choices?.find(({ Condition }) => Condition === `{% $states.input.next = "${next}" %}`);
  return hit?.Next ?? choice.Default;
}

/**
 * The states an execution enters when every body simply answers, in order: each entry is one state transition
 * that Step Functions bills. `weighings` are the names the weighing gives, `bodies` how many it asks then.
 */
function entered(machine: Machine, weighings: readonly { next: string; bodies: number }[]): string[] {
  const path: string[] = [];
  let weighed = -1;
  for (let name: string | undefined = machine.StartAt; name !== undefined; ) {
    const state: State = machine.States[name]!;
    path.push(name);
    const now = weighings[weighed];
    if (state.Type === 'Task') weighed++;
    if (state.ItemProcessor) {
      for (let body = 0; body < (now?.bodies ?? 0); body++) path.push(...entered(state.ItemProcessor, []));
    }
    name = state.Type === 'Choice' ? chosen(state, now!.next) : state.Next;
  }
  return path;
}

describe('what an execution costs', () => {
  test('the nine decisions of the process proposal take 22 state transitions, at most 2.5 a decision', () => {
    const path = entered(chain, [
      { next: 'CollegesDecide', bodies: 4 },
      { next: 'RacTakesNote', bodies: 1 },
      { next: 'CouncilsTakeNote', bodies: 4 },
      { next: 'RoundConcluded', bodies: 0 },
    ]);
    const stage = (name: string, bodies: number) => [name, ...Array(bodies).fill(`${name}: ask`)];
    expect(path).toEqual([
      ...['FindNextStep', 'WhoIsNext?', ...stage('CollegesDecide', 4)],
      ...['WeighColleges', 'CollegesAgree?', 'WhoIsNext?', ...stage('RacTakesNote', 1)],
      ...['FindNextStep', 'WhoIsNext?', ...stage('CouncilsTakeNote', 4)],
      ...['FindNextStep', 'WhoIsNext?', 'RoundConcluded'],
    ]);
    expect(path).toHaveLength(22);
    expect(path.length / 9).toBeLessThanOrEqual(2.5);
  });

  test('a divided round ends right after it was weighed', () => {
    const path = entered(chain, [
      { next: 'CollegesDecide', bodies: 4 },
      { next: 'HandedBackForRevision', bodies: 0 },
    ]);
    expect(path.slice(-3)).toEqual(['WeighColleges', 'CollegesAgree?', 'HandedBackForRevision']);
  });
});
