import { dayOf } from '../../domain/calendar/days.ts';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import { FLAG_WORD } from '../../domain/dutch.ts';
import { subjectWords } from '../../domain/ledger/flags/subjectWords.ts';
import type { FlagView } from '../../operations/listFlags.ts';

/** Each flag in a few lines: what, since when, why, and what can be done. */
export function flagLines(flags: readonly FlagView[]): string[] {
  if (flags.length === 0) return ['Er zijn geen signalen.'];
  return flags.flatMap(({ trajectory, flag, subject, reason, todo, raisedAt, resolvedAt }) => [
    `${FLAG_WORD[flag]}: ${trajectory}, ${subjectWords(flag, subject)} (sinds ${dutchDay(dayOf(raisedAt))}${resolvedAt ? `, opgelost ${dutchDay(dayOf(resolvedAt))}` : ''})`,
    `  ${reason}`,
    ...(todo ? [`  Wat u kunt doen: ${todo}`] : []),
  ]);
}
