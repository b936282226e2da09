import { addDays, atTime, type Day } from '../calendar/days.ts';
import type { AuditEntry } from '../trajectory.ts';
import type { AuditKind } from './auditWords.ts';

/** What of the log is asked for; absent: all. */
export interface LogFilter {
  readonly kind?: AuditKind | undefined;
  /** `process-proposal.r1` */
  readonly round?: string | undefined;
  /** `GM0072/college` */
  readonly body?: string | undefined;
  /** Days in Europe/Amsterdam, both of them included. */
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** A subject begins with what it is about: a round and body, a body, a milestone. */
export function isMeant(
  { kind, round, body }: LogFilter,
  { what, subject }: Pick<AuditEntry, 'what' | 'subject'>,
): boolean {
  const words = subject.split(' ');
  return (
    (kind === undefined || kind === what) &&
    (round === undefined || words[0] === round) &&
    (body === undefined || words.includes(body))
  );
}

/** The first moment that is meant, and the first one after it that is not. */
export function momentsOf({ from, until }: LogFilter): { from?: string; before?: string } {
  return {
    ...(from !== undefined && { from: atTime(from, '00:00') }),
    ...(until !== undefined && { before: atTime(addDays(until, 1), '00:00') }),
  };
}
