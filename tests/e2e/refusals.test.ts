import { beforeAll, describe, expect, test } from 'vitest';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf } from './deployed.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  fileWith,
  type PlanCopy,
  startedTrajectory,
  untilRound,
} from './trajectories.ts';

/** Its first round is open and nobody has answered. */
let open: PlanCopy;
/** Its first round is divided: Harlingen rejected. */
let divided: PlanCopy;

beforeAll(async () => {
  [open, divided] = await Promise.all([startedTrajectory('refuse'), startedTrajectory('divided')]);
  await answer(divided.id, 'process-proposal.r1', 'GM0072/college', { outcome: 'rejected' });
  const others = COLLEGES.filter((body) => body !== 'GM0072/college');
  await answerAll(divided.id, 'process-proposal.r1', others);
  await untilRound(divided.id, 'process-proposal.r1', 'is divided', ({ status }) => status === 'handed-over');
  await atRest(divided);
});

const everythingOf = async () => [
  await rowsOf(open.id),
  await auditRowsOf(open.id),
  await rowsOf(divided.id),
  await auditRowsOf(divided.id),
];

/** OPEN and DIVIDED stand for the two trajectories, `R1` for their first round. */
const refusals: readonly (readonly [rule: string, code: string, command: string])[] = [
  ['a trajectory that does not exist has no status', 'UNKNOWN_TRAJECTORY', 'status nergens'],
  [
    'nobody decides in a trajectory that does not exist',
    'UNKNOWN_TRAJECTORY',
    'decide nergens R1 GM0072/college adopted --on 2025-12-16',
  ],
  [
    'nothing is completed in a trajectory that does not exist',
    'UNKNOWN_TRAJECTORY',
    'complete nergens start-phase-2 --on 2025-12-16',
  ],
  [
    'nothing is revised in a trajectory that does not exist',
    'UNKNOWN_TRAJECTORY',
    'revise nergens R1 --note tekst',
  ],
  ['nothing is resumed in a trajectory that does not exist', 'UNKNOWN_TRAJECTORY', 'resume nergens R1'],
  ['a trajectory that does not exist is not watched', 'UNKNOWN_TRAJECTORY', 'watch --trajectory nergens'],
  [
    'a round that the plan does not have',
    'UNKNOWN_ROUND',
    'decide OPEN zwembad.r1 GM0072/college adopted --on 2025-12-16',
  ],
  [
    'a round written otherwise',
    'UNKNOWN_ROUND',
    'decide OPEN process-proposal GM0072/college adopted --on 2025-12-16',
  ],
  [
    'a round number that cannot be',
    'UNKNOWN_ROUND',
    'decide OPEN process-proposal.r0 GM0072/college adopted --on 2025-12-16',
  ],
  [
    'a round of the plan whose time has not come',
    'ROUND_NOT_OPEN_YET',
    'decide OPEN vision.r1 GM0072/college adopted --on 2025-12-16',
  ],
  [
    'a second round without a divided first one',
    'ROUND_NOT_OPEN_YET',
    'decide OPEN process-proposal.r2 GM0072/college adopted --on 2025-12-16',
  ],
  ['a body of another municipality', 'UNKNOWN_BODY', 'decide OPEN R1 GM0363/college adopted --on 2025-12-16'],
  [
    'an outcome that does not exist',
    'UNKNOWN_OUTCOME',
    'decide OPEN R1 GM0072/college misschien --on 2025-12-16',
  ],
  [
    'a college that decides cannot just take note',
    'OUTCOME_NOT_POSSIBLE',
    'decide OPEN R1 GM0072/college noted --on 2025-12-16',
  ],
  [
    'a council that takes note cannot reject',
    'OUTCOME_NOT_POSSIBLE',
    'decide OPEN R1 GM0072/council rejected --on 2025-12-16',
  ],
  ['a date that does not exist', 'INVALID_DATE', 'decide OPEN R1 GM0072/college adopted --on 2025-02-30'],
  ['a date written otherwise', 'INVALID_DATE', 'decide OPEN R1 GM0072/college adopted --on 16-12-2025'],
  [
    'a decision that has not been taken yet',
    'DATE_IN_FUTURE',
    'decide OPEN R1 GM0072/college adopted --on 2199-01-01',
  ],
  [
    'a deferral without its new date',
    'INVALID_INPUT',
    'decide OPEN R1 GM0072/college deferred --on 2025-12-16',
  ],
  [
    'a deferral to a day before it',
    'INVALID_INPUT',
    'decide OPEN R1 GM0072/college deferred --on 2025-12-16 --new-date 2025-12-15',
  ],
  [
    'a new date that does not exist',
    'INVALID_DATE',
    'decide OPEN R1 GM0072/college deferred --on 2025-12-16 --new-date 2026-02-29',
  ],
  [
    'a new date with a final answer',
    'INVALID_INPUT',
    'decide OPEN R1 GM0072/college adopted --on 2025-12-16 --new-date 2026-01-13',
  ],
  [
    'a reference that is too long',
    'INVALID_INPUT',
    `decide OPEN R1 GM0072/college adopted --on 2025-12-16 --reference ${'x'.repeat(101)}`,
  ],
  [
    'a note that is too long',
    'INVALID_INPUT',
    `decide OPEN R1 GM0072/college adopted --on 2025-12-16 --note ${'x'.repeat(4001)}`,
  ],
  [
    'another answer after a round is divided',
    'CONFLICT',
    'decide DIVIDED R1 GM0072/college adopted --on 2025-12-16',
  ],
  [
    'an answer of a body that the divided round never came to',
    'ROUND_CLOSED',
    'decide DIVIDED R1 rac noted --on 2025-12-16',
  ],
  ['a milestone that the plan does not have', 'UNKNOWN_MILESTONE', 'complete OPEN zwembad --on 2025-12-16'],
  [
    'a milestone before the ones it waits for',
    'MILESTONE_NOT_OPEN',
    'complete OPEN start-phase-2 --on 2025-12-16',
  ],
  [
    'a milestone that the bodies decide',
    'MILESTONE_DECIDED_BY_ROUND',
    'complete OPEN process-proposal --on 2025-12-16',
  ],
  [
    'a milestone of which the bodies take note',
    'MILESTONE_DECIDED_BY_ROUND',
    'complete OPEN rac-informed --on 2025-12-16',
  ],
  [
    'a completion on a day that does not exist',
    'INVALID_DATE',
    'complete OPEN tender-guidance --on 2026-02-30',
  ],
  ['a completion in the future', 'DATE_IN_FUTURE', 'complete OPEN tender-guidance --on 2199-01-01'],
  ['revising a round that still runs', 'ROUND_NOT_DIVIDED', 'revise OPEN R1 --note tekst'],
  ['revising a round that has not been opened', 'ROUND_NOT_OPEN_YET', 'revise OPEN vision.r1 --note tekst'],
  ['revising without saying what was revised', 'INVALID_INPUT', 'revise DIVIDED R1 --note='],
  ['resuming a round whose execution runs', 'ALREADY_RUNNING', 'resume OPEN R1'],
  ['resuming a round that is closed', 'ROUND_CLOSED', 'resume DIVIDED R1'],
  ['resuming a round that has not been opened', 'ROUND_NOT_OPEN_YET', 'resume OPEN vision.r1'],
  ['starting at a moment that does not exist', 'INVALID_DATE', 'start PLAN --at 2026-02-30'],
  ['watching a moment that does not exist', 'INVALID_DATE', 'watch --trajectory OPEN --at morgen'],
  ['a plan file that is not there', 'PLAN_INVALID', 'start nergens.yaml'],
  ['a scenario that is not there', 'SCENARIO_INVALID', 'simulate nergens.yaml'],
];

describe('what cannot be is refused in one sentence with a code, and nothing is changed', () => {
  test.each(refusals)('%s: %s', async (_rule, code, command) => {
    const before = await everythingOf();
    const args = command
      .split(' ')
      .map(
        (word) =>
          ({ OPEN: open.id, DIVIDED: divided.id, R1: 'process-proposal.r1', PLAN: open.file })[word] ?? word,
      );
    const result = await besluitketenHere([...args, '--json']);
    expect(result).toMatchObject({ exitCode: 1, stdout: '' });
    expect(result.stderr).toMatch(new RegExp(`^${code}: [^\\n]{20,}\\n$`));
    expect(await everythingOf()).toEqual(before);
  });

  test('a scenario that names what its plan does not have says all of it at once: SCENARIO_INVALID', async () => {
    const scenario = `plan: ${open.file}\nfrom: 2025-12-01\nuntil: 2025-12-31\ncompletions:\n  - {milestone: zwembad, on: 2025-12-02}\ndecisions:\n  - {round: zwembad.r1, body: GM0363/college, silent: true}\n`;
    // Plans are found relative to the scenario: both are in the same directory.
    const file = fileWith('wrong-scenario.yaml', scenario.replace(open.file, `${open.id}.yaml`));
    const { exitCode, stdout, stderr } = await besluitketenHere(['simulate', file, '--json']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(
      /^SCENARIO_INVALID: .*regel 5: mijlpaal zwembad.*regel 7: ronde zwembad\.r1.*regel 7: orgaan GM0363\/college.*\n$/,
    );
  });
});
