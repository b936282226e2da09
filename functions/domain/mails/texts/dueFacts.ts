import { dutchDay } from '../../calendar/dutchDay.ts';
import type { DueDate } from '../../planning/planning.ts';

/** By when papers and decision are due, and at which meeting that is; a day that is only assumed is no meeting. */
export function dueFacts({
  day,
  meeting,
  papersBy,
  assumed,
}: DueDate): (readonly [label: string, value: string])[] {
  return [
    ...(papersBy < day ? [['Stukken uiterlijk', dutchDay(papersBy)] as const] : []),
    ...(meeting && !assumed ? [['Vergadering', dutchDay(meeting)] as const] : []),
    ['Uiterlijk', dutchDay(day)],
  ];
}

/** Why the date is not the one that was to be expected; nothing when it is. */
export function whyMoved({ moved }: DueDate): string[] {
  return moved.length > 0 ? [`Over deze datum: ${moved.map(({ reason }) => reason).join('; ')}.`] : [];
}
