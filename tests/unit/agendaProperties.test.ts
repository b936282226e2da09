import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type AgendaEvent, sequenceOfRequest } from '../../functions/domain/agenda/agendaEvent.ts';
import { agendaEvents } from '../../functions/domain/agenda/agendaEvents.ts';
import { drawAgenda } from '../../functions/domain/agenda/drawAgenda.ts';
import { sequenceOfTiming } from '../../functions/domain/agenda/dueTerms.ts';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import type { Calendars } from '../../functions/domain/meetings/calendar.ts';
import { bodiesOf } from '../../functions/domain/plan/bodies.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { planningOf } from '../../functions/domain/planning/planningOf.ts';
import type { TrajectoryState } from '../../functions/domain/planning/state.ts';
import type { DecisionRequest } from '../../functions/domain/round/round.ts';
import { COLLEGES, decidedRow, examplePlan, LATER, requestRow, roundRow } from './exampleRecord.ts';
import { anyPlanning, planDay } from './planningArbitraries.ts';

const PLAN = examplePlan();
const AT = '2026-02-02T09:00:00.000Z';
const NOTHING_YET: TrajectoryState = { milestones: [], rounds: [] };

interface Standing {
  readonly plan?: Plan;
  readonly calendars?: Calendars;
  readonly state?: TrajectoryState;
  readonly planVersion?: number;
  readonly calendarsVersion?: number;
}

function eventsOf(standing: Standing, body?: string): AgendaEvent[] {
  const { plan = PLAN, calendars = new Map(), state = NOTHING_YET } = standing;
  const planning = planningOf(plan, calendars, state, '2026-02-02');
  const sequence = sequenceOfTiming(standing.planVersion ?? 1, standing.calendarsVersion ?? 0);
  const source = { trajectory: plan.id, plan, calendars, state, planning, sequence };
  return agendaEvents({ ...source, requests: planning.requests }, body);
}

/** The main round open at its first stage, with these requests. */
function running(...requests: DecisionRequest[]): TrajectoryState {
  const row = (id: string, status: 'open' | 'completed') =>
    ({ kind: 'milestone', schemaVersion: 1, trajectory: PLAN.id, id, status, lastWrite: '' }) as const;
  const milestones = [row('prepare', 'completed'), row('proposal', 'open')];
  return { milestones, rounds: [{ round: roundRow(), requests }] };
}

const deferredTo = (...days: Day[]) =>
  days.map((newDate, index) => ({
    decisionId: String(index).repeat(32),
    decidedOn: '2026-02-02',
    newDate,
    recordedAt: LATER,
  }));
const byUid = (events: readonly AgendaEvent[]) => new Map(events.map((event) => [event.uid, event]));

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('the agenda of a body', () => {
  test('has every request that is planned, as tentative, with its papers day', () => {
    expect(eventsOf({}, COLLEGES[0]).map(({ uid, status, day }) => [uid, status, day])).toEqual([
      ['voorbeeld/main.r1/GM0001/college/papers@besluitketen', 'tentative', '2026-03-17'],
      ['voorbeeld/main.r1/GM0001/college/meeting@besluitketen', 'tentative', '2026-03-31'],
    ]);
  });

  test('is confirmed once it was asked, moves with a deferral, and has nothing left once it answered', () => {
    const asked = eventsOf({ state: running(requestRow(COLLEGES[0])) }, COLLEGES[0]);
    expect(asked.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['confirmed', 1],
      ['confirmed', 1],
    ]);
    const deferrals = deferredTo('2026-04-14');
    const [moved] = eventsOf({ state: running(requestRow(COLLEGES[0], { deferrals })) }, COLLEGES[0]);
    expect(moved).toMatchObject({ day: '2026-04-14', sequence: 2, uid: asked[1]?.uid });
    expect(moved?.description).toContain('aangehouden op 2 februari 2026 tot 14 april 2026');
    expect(eventsOf({ state: running(decidedRow(COLLEGES[0])) }, COLLEGES[0])).toEqual([]);
  });

  test('after a divided round expects the next one, and after a concluded one nothing', () => {
    const { milestones } = running();
    const divided = roundRow({ status: 'handed-over', closedAt: LATER });
    const next = eventsOf({ state: { milestones, rounds: [{ round: divided, requests: [] }] } }, COLLEGES[0]);
    expect(next.at(-1)?.uid).toBe('voorbeeld/main.r2/GM0001/college/meeting@besluitketen');
    expect(eventsOf({ state: { milestones, rounds: [] } }, COLLEGES[0])).toEqual([]);
  });

  test('of the trajectory holds all bodies and its milestones', () => {
    const uids = eventsOf({}).map(({ uid }) => uid);
    for (const { id } of bodiesOf(PLAN))
      expect(uids).toContain(`voorbeeld/main.r1/${id}/meeting@besluitketen`);
    for (const { id } of PLAN.milestones) expect(uids).toContain(`voorbeeld/${id}/milestone@besluitketen`);
    expect(new Set(uids).size).toBe(uids.length);
  });
});

// Guards: functions/domain/agenda/agendaEvent.ts: `uidOf`, `sequenceOfRequest`; dueTerms.ts: `sequenceOfTiming`.
test('whatever changes, an event that stays keeps its uid; a changed one has a higher sequence, none a lower', () => {
  const later = fc.record({
    calendars: fc.boolean(),
    planVersions: fc.integer({ min: 0, max: 3 }),
    asked: fc.boolean(),
    deferrals: fc.array(planDay, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(anyPlanning, anyPlanning, later, ({ plan, calendars }, other, change) => {
      const first = plan.rounds[0]!;
      const round = roundRow({}, plan);
      const body = round.stages[0]!.bodies[0]!;
      const request = requestRow(body, { askedAt: undefined }, round);
      const state = (requests: DecisionRequest[]): TrajectoryState => ({
        milestones: [],
        rounds: [{ round, requests }],
      });
      const before = byUid(eventsOf({ plan, calendars, state: state([]) }));
      const after = eventsOf({
        plan,
        calendars: change.calendars ? other.calendars : calendars,
        state: state(
          change.asked ? [{ ...request, askedAt: LATER, deferrals: deferredTo(...change.deferrals) }] : [],
        ),
        planVersion: 1 + change.planVersions,
        calendarsVersion: change.calendars ? 1 : 0,
      });
      expect(first.stages.length).toBeGreaterThan(0);
      for (const event of after) {
        const earlier = before.get(event.uid);
        if (!earlier) continue;
        expect(event.sequence).toBeGreaterThanOrEqual(earlier.sequence);
        if (event.day !== earlier.day) expect(event.sequence).toBeGreaterThan(earlier.sequence);
      }
    }),
    { numRuns: 100 },
  );
});

test('each deferral raises the sequence by one', () => {
  const of = (count: number) =>
    sequenceOfRequest(4, { askedAt: LATER, deferrals: deferredTo(...Array<Day>(count).fill('2026-04-14')) });
  expect([of(0), of(1), of(2)]).toEqual([5, 6, 7]);
});

describe('a drawn agenda', () => {
  const anyEvent = fc.record({
    uid: fc.stringMatching(/^[a-z0-9/.-]{1,90}@besluitketen$/),
    sequence: fc.nat({ max: 1000 }),
    day: planDay,
    status: fc.constantFrom('confirmed' as const, 'tentative' as const),
    summary: fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => `x${text}x`),
    description: fc
      .array(fc.string({ unit: 'grapheme-composite' }).map((line) => `x${line}x`))
      .map((lines) => lines.join('\n')),
  });

  // Guards: functions/domain/agenda/drawAgenda.ts: `midnight`, `oneLine`.
  test('is read by another program as it was meant, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { selector: ({ uid }) => uid, maxLength: 5 }), (events) => {
        const text = drawAgenda('Naam; x, y', events, AT);
        // RFC 5545 (3.1): lines of at most 75 octets.
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const read = parsed(text);
        expect(read.map(({ uid, sequence }) => [uid, sequence])).toEqual(
          events.map(({ uid, sequence }) => [uid, sequence]),
        );
        for (const [index, event] of read.entries()) {
          const { day, summary, status } = events[index]!;
          expect(event.startDate.isDate).toBe(true);
          expect([event.startDate.toString(), event.endDate.toString()]).toEqual([day, addDays(day, 1)]);
          expect(event.summary).toBe(summary.replace(/\s+/g, ' ').trim());
          expect(event.component.getFirstPropertyValue('status')).toBe(status.toUpperCase());
          expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-02-02T09:00:00Z');
        }
      }),
      { numRuns: 100 },
    );
  });

  test('of the whole of any planning parses, and holds no mail address', () => {
    fc.assert(
      fc.property(anyPlanning, ({ plan, calendars }) => {
        const events = eventsOf({ plan, calendars });
        const text = drawAgenda(plan.title, events, AT);
        expect(parsed(text)).toHaveLength(events.length);
        const unfolded = text.replace(/\r\n[ \t]/g, '');
        for (const { mail } of [plan.lead, ...bodiesOf(plan)]) expect(unfolded).not.toContain(mail);
      }),
      { numRuns: 40 },
    );
  });
});
