import type { Flag } from '../../domain/trajectory.ts';

/** The flags of this milestone or round, also those of one of its bodies or mails: `main.r1 GM0072/college asked`. */
export function standingFlags(flags: readonly Flag[], subject: string): Flag[] {
  return flags.filter((flag) => !flag.resolvedAt && flag.subject.split(' ')[0] === subject);
}
