import { addDays, dayOf } from '../calendar/days.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import type { Link } from './link.ts';

/** A link in an old mail should not open a door for ever; every reminder brings a new one. */
export const VALID_DAYS = 90;

/**
 * What can be done with a link as things stand: `open`, answer; `outdated`, ask for a new one. Once its request is
 * `answered`, or `closed` without an answer, it is used up. `not-theirs`: its reader answers for the body no longer, and
 * has nothing more to see of it.
 */
export type LinkStanding = 'open' | 'outdated' | 'answered' | 'closed' | 'not-theirs';

export function standingOf(
  link: Pick<Link, 'createdAt' | 'person'>,
  round: Pick<Round, 'status'>,
  request: Pick<DecisionRequest, 'status'> | undefined,
  /** The addresses of those who answer for the body today. */
  answering: readonly string[],
  now: string,
): LinkStanding {
  if (!answering.includes(link.person.mail)) return 'not-theirs';
  if (request?.status === 'decided') return 'answered';
  if (round.status !== 'open' || request?.status === 'closed') return 'closed';
  return dayOf(now) > addDays(dayOf(link.createdAt), VALID_DAYS) ? 'outdated' : 'open';
}
