import { isPlanningFlag } from '../planning/flags/flagKinds.ts';
import type { Flag } from '../trajectory.ts';
import type { Hidden } from './hidden.ts';

/** The flags but for those about what this viewer is not told of. */
export function flagsAsSeen(hidden: Hidden, flags: readonly Flag[]): readonly Flag[] {
  return flags.filter(({ flag, subject }) => {
    const [first = '', second] = subject.split(' ');
    if (hidden.rounds.has(first) || hidden.completed.has(first) || hidden.milestones.has(first)) return false;
    const answer = `${first} ${second}`;
    if (hidden.answers.has(answer) || hidden.later.has(answer)) return false;
    return !hidden.unweighed.has(first) || isPlanningFlag(flag);
  });
}
