import type { AccessRole, Grant } from './role.ts';

/**
 * How far a grant must reach for an action: any trajectory, this one, the municipality of this body in it (of a
 * secretary; others have no body), this body in it, or all of the system.
 */
type Reach = 'anywhere' | 'trajectory' | 'municipality' | 'body' | 'system';

interface Rule {
  readonly reach: Reach;
  readonly roles: readonly AccessRole[];
}

/**
 * Who may do what: the one table, read by the portal and by the tests. A secretary speaks for one body, and nobody else
 * does: not even the administrator records an answer in a body's name. Undoing one is the project lead's.
 */
export const ACCESS_TABLE = {
  'see-overview': { reach: 'anywhere', roles: ['reader', 'secretary', 'lead', 'administrator'] },
  'see-trajectory': { reach: 'trajectory', roles: ['reader', 'secretary', 'lead', 'administrator'] },
  // What a college answered while that is not public yet (domain/decision/embargo.ts).
  'see-embargoed': { reach: 'municipality', roles: ['secretary', 'lead', 'administrator'] },
  'answer-for-body': { reach: 'body', roles: ['secretary'] },
  // Each sees there what is for the own body, or for the own trajectory (itemAccess.ts).
  'see-triage': { reach: 'anywhere', roles: ['secretary', 'lead', 'administrator'] },
  // Saying where something that came in belongs, or that it is nothing to us: never what a body answered.
  'handle-triage': { reach: 'trajectory', roles: ['lead', 'administrator'] },
  // Revised proposals, flags and statements wait for the lead alone.
  'do-lead-work': { reach: 'trajectory', roles: ['lead'] },
  'correct-answer': { reach: 'trajectory', roles: ['lead'] },
  // Everything on record in one archive, with people in it: for who answers for archive and Woo requests.
  'make-dossier': { reach: 'trajectory', roles: ['lead', 'administrator'] },
  manage: { reach: 'system', roles: ['administrator'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof ACCESS_TABLE;

/** What an action is done to; absent for what is of the whole system. */
export interface Target {
  readonly trajectory?: string | undefined;
  readonly body?: string | undefined;
}

export type Holding = Pick<Grant, 'role' | 'trajectory' | 'body'>;

/** A grant for all trajectories. */
export const EVERY_TRAJECTORY = '*';

/** Whether these grants, all of one person, allow it. Nothing granted: nothing allowed. */
export function mayDo(held: readonly Holding[], action: Action, target: Target = {}): boolean {
  const { reach, roles }: Rule = ACCESS_TABLE[action];
  return held.some((grant) => roles.includes(grant.role) && reaches(grant, reach, target));
}

function reaches(grant: Holding, reach: Reach, { trajectory, body }: Target): boolean {
  const everywhere = grant.trajectory === EVERY_TRAJECTORY;
  const here = everywhere || (trajectory !== undefined && grant.trajectory === trajectory);
  switch (reach) {
    case 'anywhere':
      return true;
    case 'trajectory':
      return here;
    case 'municipality':
      return (
        here && body !== undefined && (grant.role !== 'secretary' || isSameMunicipality(grant.body, body))
      );
    case 'body':
      return here && body !== undefined && grant.body === body;
    case 'system':
      return everywhere;
  }
}

/** `GM0072/college` and `GM0072/council`; a joint body such as `rac` is of no municipality, and only itself. */
function isSameMunicipality(held: string | undefined, body: string): boolean {
  if (held === undefined || !held.includes('/')) return held === body;
  return held.split('/')[0] === body.split('/')[0];
}
