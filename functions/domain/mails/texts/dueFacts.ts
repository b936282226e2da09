import type { DueDate } from '../../planning/planning.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';

/** By when papers and decision are due, and at which meeting that is; a day that is only assumed is no meeting. */
export function dueFacts(
  { labels, field }: MailCatalogue,
  { day, meeting, papersBy, assumed }: DueDate,
): (readonly [label: string, value: string])[] {
  return [
    ...(papersBy < day ? [[labels.papersBy, field.day(papersBy)] as const] : []),
    ...(meeting && !assumed ? [[labels.meeting, field.day(meeting)] as const] : []),
    [labels.dueBy, field.day(day)],
  ];
}

/** Why the date is not the one that was to be expected; nothing when it is. */
export function whyMoved({ round }: MailCatalogue, { moved }: DueDate): string[] {
  return moved.length > 0 ? [round.asked.movedBecause(moved.map(({ reason }) => reason).join('; '))] : [];
}
