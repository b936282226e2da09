import type { AuditEntry } from '../trajectory.ts';
import type { Hidden } from './hidden.ts';

/** What weighing a stage leads to; of these the log says nothing while it must not be seen that it was weighed. */
const OF_WEIGHING: readonly AuditEntry['what'][] = ['stage-passed', 'round-concluded', 'round-divided'];

/**
 * A line of the log as this viewer may read it; undefined where there is none. The id follows from the content, from
 * which a short answer could be guessed: a line that says less has none.
 */
export function entryAsSeen(hidden: Hidden, entry: AuditEntry): AuditEntry | undefined {
  const { what, subject, details } = entry;
  const [first = '', second] = subject.split(' ');
  const answer = `${first} ${second}`;
  if (hidden.rounds.has(first) || hidden.milestones.has(first) || hidden.later.has(answer)) return undefined;
  const embargo = hidden.answers.get(answer);
  if (embargo !== undefined && what !== 'deferred')
    return what === 'decided' ? { ...entry, id: '', details: { embargo } } : undefined;
  const from = hidden.unweighed.get(first);
  if (from === undefined || !OF_WEIGHING.includes(what)) return entry;
  // Of a round that was concluded or divided there is no stage: that is after every one.
  return Number(details.stage ?? Number.POSITIVE_INFINITY) < from ? entry : undefined;
}
