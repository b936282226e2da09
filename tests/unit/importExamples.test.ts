import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContactsCsv } from '../../functions/domain/contacts/readContactsCsv.ts';
import { readCalendarCsv } from '../../functions/domain/meetings/readCalendarCsv.ts';
import { readCalendarIcs } from '../../functions/domain/meetings/readCalendarIcs.ts';

const page = readFileSync(new URL('../../docs/calendars-and-contacts.md', import.meta.url), 'utf8');
const BODIES = new Set(['GM0072/council', 'GM0072/college', 'rac']);

function example(begin: string): string {
  const found = [...page.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)].find(([, text]) =>
    text?.startsWith(begin),
  );
  if (!found?.[1]) throw new Error(`the page has no example that begins with ${begin}`);
  return found[1];
}

test('the examples of the page are read as it says', () => {
  const csv = readCalendarCsv(example('body;kind'), BODIES);
  expect('calendars' in csv && csv.calendars.get('GM0072/council')).toMatchObject({
    meetings: [{ day: '2026-06-16', papersBy: '2026-05-27' }, { day: '2026-09-22' }],
    recesses: [{ from: '2026-07-04', until: '2026-08-16' }],
    facts: [{ kind: 'election' }, { kind: 'new-council' }],
  });
  const ics = readCalendarIcs(example('BEGIN:VCALENDAR'), { bodies: BODIES, today: '2026-05-11' });
  expect('calendars' in ics && ics.calendars.get('GM0072/council')).toMatchObject({
    meetings: ['2026-09-08', '2026-10-13', '2026-11-10', '2026-12-08'].map((day) => ({ day })),
    recesses: [{ from: '2026-07-04', until: '2026-08-16', name: 'Zomerreces' }],
  });
  const contacts = readContactsCsv(example('body,role'), BODIES);
  expect('contacts' in contacts && contacts.contacts.map((each) => each.replacements.length)).toEqual([2, 0]);
});
