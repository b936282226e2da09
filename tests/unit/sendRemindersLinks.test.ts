import { expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { listReminders } from '../../functions/operations/listReminders.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import { COLLEGES } from './exampleRecord.ts';
import { createMemoryLinks, idIn } from './memoryLinks.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { AA, BEE, CALENDARS, contact, reminding } from './reminding.ts';

const portalUrl = 'https://besluiten.example';

async function withLinks(contacts: Parameters<typeof contact>[] = []) {
  const people = contacts.map((given) => contact(...given));
  const all = await reminding({ contacts: people });
  const links = createMemoryLinks();
  const remind = async (day: string) => {
    const at = atTime(day, '07:30');
    all.clock.at = at;
    return sendReminders({ ...all.deps, links, portalUrl }, 'voorbeeld', await all.timing(day), at);
  };
  return { ...all, links, remind, people };
}

test('a reminder of a request carries a link of its reader', async () => {
  const { remind, mailbox, links } = await withLinks([[AA, 'secretaris@aa.example']]);
  await remind('2026-02-17');
  expect(mailbox.sent.map(({ text }) => links.linkIn(text))).toMatchObject([
    { trajectory: 'voorbeeld', round: 'main.r1', body: AA, person: { mail: 'secretaris@aa.example' } },
    { body: BEE, person: { mail: 'college@bee.example' } },
  ]);
});

// Guards: functions/operations/sendReminders.ts: `!asksForAnswer(reminder)`.
test('an escalation carries one to the secretary, none to the portfolio holder or the project lead', async () => {
  const { remind, mailbox, links } = await withLinks([
    [AA, 'secretaris@aa.example'],
    [AA, 'wethouder@aa.example', { role: 'portfolio-holder' }],
  ]);
  await remind('2026-03-25');
  const linked = Object.fromEntries(
    mailbox.sent.map(({ to, text, html }) => [
      to.join(),
      [idIn(text) !== undefined, idIn(html) !== undefined],
    ]),
  );
  expect(linked).toEqual({
    'secretaris@aa.example': [true, true],
    'college@bee.example': [true, true],
    'wethouder@aa.example': [false, false],
    'lead@regio.example': [false, false],
  });
  expect(links.rows.size).toBe(2);
});

test('several requests in one message have a link each', async () => {
  const { remind, mailbox, links } = await withLinks(COLLEGES.map((body) => [body, 'samen@regio.example']));
  await remind('2026-02-17');
  expect(mailbox.sent).toHaveLength(1);
  const lines = mailbox.sent[0]!.text.split('\n').filter((line) => line.startsWith('- '));
  expect(lines.map((line) => links.linkIn(line)?.body)).toEqual([AA, BEE]);
});

test('the list of mails shows a placeholder and makes none', async () => {
  const { store, links } = await withLinks();
  const reference = await referenceDataWith({ calendars: CALENDARS });
  const trajectory = (await store.trajectory('voorbeeld'))!;
  const now = () => atTime('2026-02-17', '07:30');
  const listed = await listReminders({ store, reference, now, portalUrl }, trajectory);
  expect(listed.filter(({ text }) => text.includes('/besluit/(persoonlijke link')).length).toBeGreaterThan(1);
  expect(links.rows.size).toBe(0);
});
