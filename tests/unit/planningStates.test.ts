import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutchDay } from '../../functions/domain/calendar/dutchDay.ts';
import { addWorkingDays, nextWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { meetingsOutsideRecess } from '../../functions/domain/meetings/usableDays.ts';
import { bodiesOfStage } from '../../functions/domain/plan/bodies.ts';
import { opensNotBefore } from '../../functions/domain/plan/derived.ts';
import { ladderOf } from '../../functions/domain/plan/planningRules.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { dueOfRequest } from '../../functions/domain/planning/dueOfRequest.ts';
import { planningFlags } from '../../functions/domain/planning/flags/planningFlags.ts';
import type { WantedFlag } from '../../functions/domain/planning/flags/wantedFlag.ts';
import { predecessorsOf } from '../../functions/domain/planning/order.ts';
import { type Planning, requestKeyOf } from '../../functions/domain/planning/planning.ts';
import { planningOf } from '../../functions/domain/planning/planningOf.ts';
import { anyPlanned, type Planned } from './plannedStates.ts';

const planned = ({ plan, calendars, state, today }: Planned) => planningOf(plan, calendars, state, today);
const runs = { numRuns: 30 };

// Guards: functions/domain/planning/dueDates.ts: `notBefore` of `dueDates`; `from = laterDay(from, stageDue.day)` of `dueOfStages`.
test('no due day lies before that of what it waits for: of milestones, and of bodies asked stage after stage', () => {
  fc.assert(
    fc.property(anyPlanned, (given) => {
      const { milestones, requests } = planned(given);
      const { plan } = given;
      for (const milestone of plan.milestones)
        for (const id of predecessorsOf(plan, milestone))
          expect(milestones.get(milestone.id)!.due.day >= milestones.get(id)!.due.day, id).toBe(true);
      for (const round of plan.rounds) {
        const days = round.stages.map((stage, index) =>
          bodiesOfStage(plan, stage).map(({ id }) => requests.get(requestKeyOf(round.id, index, id))!.day),
        );
        days.slice(1).forEach((later, index) => {
          for (const day of later) for (const earlier of days[index]!) expect(day >= earlier).toBe(true);
        });
      }
    }),
    runs,
  );
});

/** By when the stages of a round up to the one of this milestone must have decided. */
function stagesBefore(plan: Plan, planning: Planning, milestone: string): string[] {
  return plan.rounds.flatMap(({ id, stages }) => {
    const last = stages.findLastIndex((stage) => stage.milestone === milestone);
    return stages
      .slice(0, Math.max(0, last))
      .flatMap((stage, index) =>
        bodiesOfStage(plan, stage).map(
          (body) => planning.requests.get(requestKeyOf(id, index, body.id))!.day,
        ),
      );
  });
}

/** A decision that is open while no round about it runs: it waits for a revised proposal. */
function nothingRuns({ plan, state }: Planned, milestone: string): boolean {
  const families = plan.rounds
    .filter(({ stages }) => stages.some((stage) => stage.milestone === milestone))
    .map(({ id }) => id);
  return (
    families.length > 0 &&
    !state.rounds.some(
      ({ round }) => families.includes(round.family) && ['open', 'concluded'].includes(round.status),
    )
  );
}

/** The cause of a flag, worked out anew from the rows and the calendars: is it there today? */
function holds(given: Planned, planning: Planning, { flag, subject, date }: WantedFlag): boolean {
  const { plan, calendars, state, today } = given;
  const [id = '', body = ''] = subject.split(' ');
  const row = state.milestones.find((each) => each.id === id);
  const milestone = plan.milestones.find((each) => each.id === id);
  const asked = state.rounds.find(({ round }) => id === `${round.family}.r${round.number}`);
  const request = asked?.requests.find((each) => each.body === body);
  const due = request
    ? dueOfRequest(plan, calendars, planning, asked!.round, request)
    : planning.milestones.get(id)?.due;
  if (!due || row?.status === 'completed' || (request && request.status !== 'open')) return false;
  switch (flag) {
    case 'overdue':
      return today > due.day && date === due.day && (request !== undefined || row?.status === 'open');
    case 'approaching': {
      const first = Math.max(...ladderOf(plan, request?.role ?? 'task').before);
      return today <= date && date <= due.day && today >= addWorkingDays(due.papersBy, -first);
    }
    case 'at-risk':
      return planning.milestones.get(id)!.forecast.finish === date && date > due.day && today <= due.day;
    case 'waiting-on-predecessor': {
      if (row?.status === 'open') return nothingRuns(given, id);
      const done = (each: string) =>
        state.milestones.some((other) => other.id === each && other.status === 'completed');
      return !row && opensNotBefore(milestone!) <= today && !predecessorsOf(plan, milestone!).every(done);
    }
    case 'no-meeting-left': {
      if (!milestone) return due.meeting === undefined && today <= due.day;
      const before = predecessorsOf(plan, milestone).map((each) => planning.milestones.get(each)!.due.day);
      const earliest = [
        nextWorkingDay(opensNotBefore(milestone)),
        ...before,
        ...stagesBefore(plan, planning, id),
      ]
        .sort()
        .at(-1)!;
      const meetings = meetingsOutsideRecess(calendars.get(body)).map(({ day }) => day);
      return !meetings.some((day) => earliest <= day && day <= date);
    }
  }
}

test('every flag has a cause that holds on its day, whatever is done, open, answered or deferred', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyPlanned, (given) => {
      const planning = planned(given);
      const flags = planningFlags({ ...given, planning });
      for (const flag of flags) {
        seen.add(flag.flag);
        expect(holds(given, planning, flag), JSON.stringify(flag)).toBe(true);
        // Guards: what rewordFlag leans on: a flag whose day moves has another sentence (flagWrites.ts, `#reason <> :reason`).
        expect(flag.reason).toContain(dutchDay(flag.date));
      }
      const names = flags.map(({ flag, subject }) => `${flag} ${subject}`);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: 100 },
  );
  expect(seen.size, [...seen].join()).toBe(5);
});

// Guards: functions/domain/planning/flags/requestFlags.ts: `if (today > due.day)`.
test('whoever is late is flagged: no open request whose day has passed goes without', () => {
  fc.assert(
    fc.property(anyPlanned, (given) => {
      const planning = planned(given);
      const flags = planningFlags({ ...given, planning });
      for (const { round, requests } of given.state.rounds)
        for (const request of requests) {
          const due = dueOfRequest(given.plan, given.calendars, planning, round, request)!;
          const late = request.status === 'open' && due.day < given.today;
          expect(flags.some(({ flag, body }) => flag === 'overdue' && body === request.body)).toBe(late);
        }
    }),
    runs,
  );
});
