import { type Day, dayOf } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { addWorkingDays } from '../../calendar/workingDays.ts';
import type { Calendars } from '../../meetings/calendar.ts';
import { factsBetween } from '../../meetings/factsBetween.ts';
import { ladderOf } from '../../plan/planningRules.ts';
import { formatRoundId } from '../../roundId.ts';
import { dueOfRequest } from '../dueOfRequest.ts';
import { bodyName, type FlagInputs, recessWords, type WantedFlag } from './wantedFlag.ts';

/** For every body that has been asked and has not answered: its day is near, past, or without a meeting before it. */
export function requestFlags({ plan, calendars, planning, state, today }: FlagInputs): WantedFlag[] {
  return state.rounds
    .filter(({ round }) => round.status === 'open')
    .flatMap(({ round, requests }) =>
      requests
        .filter((request) => request.status === 'open' && request.askedAt !== undefined)
        .flatMap((request): WantedFlag[] => {
          const due = dueOfRequest(plan, calendars, planning, round, request);
          if (!due) return [];
          const name = bodyName(plan, request.body);
          const subject = `${formatRoundId(round)} ${request.body}`;
          const about = { subject, body: request.body };
          const renewed = renewedWords(calendars, { id: request.body, name }, request.askedAt, today);
          if (today > due.day) {
            return [
              {
                ...about,
                flag: 'overdue',
                date: due.day,
                reason: `${name} had uiterlijk ${dutchDay(due.day)} moeten besluiten over ${round.title}.`,
                todo: `Bel de secretaris of griffier; leg de uitkomst vast, of een aanhouding met een nieuwe datum.${renewed}`,
              },
            ];
          }
          if (!due.meeting) {
            const why = recessWords(calendars.get(request.body), due.day);
            return [
              {
                ...about,
                flag: 'no-meeting-left',
                date: due.day,
                reason: `${name} vergadert niet meer vóór ${dutchDay(due.day)}${why}; ${round.title} kan dan niet op tijd besloten zijn.`,
                todo: 'Vraag om een extra vergadering, of verschuif de planning met "besluitketen replan".',
              },
            ];
          }
          const first = Math.max(0, ...ladderOf(plan, request.role).before);
          if (today < addWorkingDays(due.papersBy, -first)) return [];
          const papers = due.papersBy < due.day && today <= due.papersBy;
          const date = papers ? due.papersBy : due.day;
          return [
            {
              ...about,
              flag: 'approaching',
              date,
              reason: papers
                ? `De stukken van ${round.title} moeten uiterlijk ${dutchDay(date)} bij ${name} zijn, voor de vergadering van ${dutchDay(due.day)}.`
                : `${name} besluit uiterlijk ${dutchDay(date)} over ${round.title}.`,
              todo: `${papers ? 'Ga na of de stukken zijn ingediend.' : 'Ga na of het op de agenda staat.'}${renewed}`,
            },
          ];
        }),
    );
}

/** Elections and new councils since it was asked: whom to ask may be somebody else by now. */
function renewedWords(
  calendars: Calendars,
  body: { readonly id: string; readonly name: string },
  askedAt: string | undefined,
  today: Day,
): string {
  const since = askedAt ? factsBetween(calendars, [body], dayOf(askedAt), today) : [];
  return since.length > 0 ? ` Sinds de vraag: ${since.join('; ')}; ga na of de contactpersonen kloppen.` : '';
}
