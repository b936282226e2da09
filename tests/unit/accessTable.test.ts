import { describe, expect, test } from 'vitest';
import { ACCESS_TABLE, type Action, mayDo, type Target } from '../../functions/domain/access/accessTable.ts';
import { ACCESS_ROLES, type AccessRole } from '../../functions/domain/access/role.ts';

const HERE: Target = { trajectory: 'visietraject', body: 'GM0072/college' };
const ELSEWHERE: Target = { trajectory: 'ander', body: 'GM1900/council' };
const held = (role: AccessRole, trajectory: string) => [
  { role, trajectory, ...(role === 'secretary' && { body: 'GM0072/college' }) },
];

/** Written out once more, by hand: a change of the table is a change of this. `system` is granted for everything. */
const MAY: Readonly<Record<Action, readonly AccessRole[]>> = {
  'see-overview': ['reader', 'secretary', 'lead', 'administrator'],
  'see-trajectory': ['reader', 'secretary', 'lead', 'administrator'],
  'see-embargoed': ['secretary', 'lead', 'administrator'],
  'answer-for-body': ['secretary'],
  'see-triage': ['secretary', 'lead', 'administrator'],
  'handle-triage': ['lead', 'administrator'],
  'do-lead-work': ['lead'],
  'correct-answer': ['lead'],
  'make-dossier': ['lead', 'administrator'],
  manage: ['administrator'],
};
const actions = Object.keys(ACCESS_TABLE) as Action[];
const everyone = actions.flatMap((action) => ACCESS_ROLES.map((role) => [role, action] as const));

test.each(everyone)('a %s of all trajectories, and %s', (role, action) => {
  expect(mayDo(held(role, '*'), action, HERE)).toBe(MAY[action].includes(role));
});

describe('a role in one trajectory', () => {
  // What is of no trajectory, or of all of them: the page itself shows each what is theirs.
  const OF_NONE: readonly Action[] = ['manage', 'see-overview', 'see-triage'];
  const byTrajectory = everyone.filter(([, action]) => !OF_NONE.includes(action));

  // Guards: accessTable.ts: reaches, case 'trajectory' and case 'body'.
  test.each(byTrajectory)('as %s is nothing in another (%s)', (role, action) => {
    expect(mayDo(held(role, 'visietraject'), action, HERE)).toBe(MAY[action].includes(role));
    expect(mayDo(held(role, 'visietraject'), action, ELSEWHERE)).toBe(false);
    expect(mayDo(held(role, 'visietraject'), action)).toBe(false);
  });

  test('shows the overview, and manages nothing', () => {
    for (const role of ACCESS_ROLES) {
      expect(mayDo(held(role, 'visietraject'), 'see-overview')).toBe(true);
      expect(mayDo(held(role, 'visietraject'), 'manage', HERE)).toBe(false);
    }
  });
});

test('a secretary answers for the body of the grant and no other', () => {
  const answers = (target: Target) => mayDo(held('secretary', '*'), 'answer-for-body', target);
  expect(answers(HERE)).toBe(true);
  expect(answers({ ...HERE, body: 'GM0072/council' })).toBe(false);
  expect(answers({ trajectory: 'visietraject' })).toBe(false);
});

test('who holds nothing may do nothing; who holds several may do what any of them allows', () => {
  for (const action of actions) expect(mayDo([], action, HERE)).toBe(false);
  const both = [...held('secretary', 'visietraject'), ...held('lead', 'ander')];
  expect(mayDo(both, 'correct-answer', ELSEWHERE)).toBe(true);
  expect(mayDo(both, 'correct-answer', HERE)).toBe(false);
});

test('a trajectory that is called as something every object has is granted to nobody', () => {
  for (const trajectory of ['constructor', '__proto__', 'toString'])
    expect(mayDo(held('reader', 'visietraject'), 'see-trajectory', { trajectory })).toBe(false);
});
