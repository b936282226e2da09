import { describe, expect, test } from 'vitest';
import { type Calendars, NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import { dueDates } from '../../functions/domain/planning/dueDates.ts';
import { dueOfRequest } from '../../functions/domain/planning/dueOfRequest.ts';
import type { DecisionRequest } from '../../functions/domain/round/round.ts';
import { examplePlan, requestRow, roundRow } from './exampleRecord.ts';

const BODY = 'GM0001/college';
const plan = examplePlan();
const due = (calendars: Calendars, changes: Partial<DecisionRequest>) =>
  dueOfRequest(plan, calendars, dueDates(plan, calendars), roundRow(), requestRow(BODY, changes));
const meetingOn = (...days: string[]): Calendars =>
  new Map([[BODY, { body: BODY, meetings: days.map((day) => ({ day })), recesses: [], facts: [] }]]);

// Guards: functions/domain/planning/dueOfRequest.ts: `assumed` of `found`.
describe('asked after its day', () => {
  const late = { askedAt: '2026-04-01T09:00:00.000Z' };
  test('beyond the end of its calendar no meeting is claimed to be known', () => {
    expect(due(meetingOn('2026-03-17'), late)).toMatchObject({ day: '2026-04-17', assumed: true });
  });

  test('at a meeting that the calendar has, that one is known', () => {
    const calendars = meetingOn('2026-03-17', '2026-04-21');
    expect(due(calendars, late)).toMatchObject({ day: '2026-04-21', meeting: '2026-04-21', assumed: false });
  });
});

test('a day that the body named itself is not assumed', () => {
  const deferral = { decisionId: 'd', decidedOn: '2026-02-02', newDate: '2026-04-14' };
  const deferrals = [{ ...deferral, recordedAt: '2026-02-02T09:00:00.000Z' }];
  expect(due(NO_CALENDARS, { deferrals })).toMatchObject({ day: '2026-04-14', assumed: false });
});

// Guards: functions/domain/planning/dueOfRequest.ts: planned.papersBy < asked
test('asked when its papers were due already: what is left is the meeting, no day in the past is named', () => {
  const calendars = meetingOn('2026-03-17', '2026-03-31');
  const asked = { askedAt: '2026-03-20T09:00:00.000Z' };
  expect(due(calendars, asked)).toMatchObject({
    day: '2026-03-31',
    meeting: '2026-03-31',
    papersBy: '2026-03-31',
  });
});
