import { type Day, dayOf, momentOf, readDay } from '../calendar/days.ts';
import { Refusal } from '../refusal.ts';

const DUTCH = /^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})(?:\D|$)/;
const WITH_ZONE = /^.{10}[T ].*(?:Z|[+-][0-9]{2}:?[0-9]{2})$/;

/**
 * The Dutch day of a meeting as systems write it: `2026-05-12`, with a time of day in the Netherlands or one with a zone
 * behind it, or `12-5-2026`. Undefined when it is none.
 */
export function readMeetingDay(written: unknown): Day | undefined {
  if (typeof written !== 'string') return undefined;
  const text = written.trim().slice(0, 40);
  try {
    const dutch = DUTCH.exec(text);
    if (dutch) return readDay(`${dutch[3]}-${dutch[2]!.padStart(2, '0')}-${dutch[1]!.padStart(2, '0')}`);
    return WITH_ZONE.test(text) ? dayOf(momentOf(text)) : readDay(text.slice(0, 10));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
