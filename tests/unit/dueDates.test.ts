import { describe, expect, test } from 'vitest';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { dueDates } from '../../functions/domain/planning/dueDates.ts';
import { requestKeyOf } from '../../functions/domain/planning/planning.ts';
import { examplePlan } from './exampleRecord.ts';

const ADOPTED =
  '  - {id: adopted, title: Vaststellen, kind: decision, owner: councils, period: 2026-Q2, waitsFor: [noted]}\n';
const meeting = (body: string, ...days: string[]): [string, BodyCalendar] => [
  body,
  { body, meetings: days.map((day) => ({ day })), recesses: [], facts: [] },
];

describe('stages after the last milestone of a round', () => {
  const plan = examplePlan(
    ['- {ask: councils, role: decide, milestone: adopted}', '- {ask: councils, role: advise}'],
    [ADOPTED, ''],
  );

  // Guards: functions/domain/planning/dueDates.ts: `asked` of `stagesAfterLastMilestone`.
  test('are due for each body on its own last meeting: none waits for another of its stage', () => {
    const calendars = new Map([
      meeting('GM0001/council', '2026-06-25', '2026-09-24'),
      meeting('GM0002/council', '2026-06-18', '2026-09-17'),
    ]);
    const { requests } = dueDates(plan, calendars);
    const meetings = ['GM0001/council', 'GM0002/council'].map(
      (body) => requests.get(requestKeyOf('main', 2, body))?.meeting,
    );
    expect(meetings).toEqual(['2026-06-25', '2026-06-18']);
  });
});
