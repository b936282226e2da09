import { describe, expect, test } from 'vitest';
import { AA, BEE, contact, reminding } from './reminding.ts';

const secretary = contact(AA, 'secretaris@aa.example');
const deputy = contact(AA, 'plaatsvervanger@aa.example');
const away = (from: string, until: string, mail: string) => ({
  replacements: [{ name: 'vervanger', mail, from, until }],
});

async function silentAa(contacts: Parameters<typeof reminding>[0]) {
  const aa = await reminding(contacts);
  await aa.decide(BEE);
  return aa;
}

describe('who is reminded', () => {
  // Guards: functions/domain/contacts/whoAnswersFor.ts: the plan's address when no contact is known.
  test('a body without a known contact is reminded at the address of the plan', async () => {
    const { remind, told } = await silentAa({ contacts: [contact(BEE, 'secretaris@bee.example')] });
    await remind('2026-02-17');
    expect(told()).toEqual(['2026-02-17 b10 college@aa.example']);
  });

  test('without a portfolio holder the project lead alone is told that it is late', async () => {
    const { remind, told } = await silentAa({ contacts: [secretary] });
    await remind('2026-03-25');
    expect(told()).toEqual(['2026-03-25 o2 secretaris@aa.example', '2026-03-25 o2 lead@regio.example']);
  });

  // Guards: functions/domain/contacts/resolveContacts.ts: `standIn ? …`.
  test('who is away is replaced, for those days, and is not reminded of that rung when back', async () => {
    const { remind, told } = await silentAa({
      contacts: [{ ...secretary, ...away('2026-02-23', '2026-02-25', 'vervanger@aa.example') }],
    });
    for (const day of ['2026-02-17', '2026-02-24', '2026-02-26', '2026-03-02']) await remind(day);
    expect(told()).toEqual([
      '2026-02-17 b10 secretaris@aa.example',
      '2026-02-24 b5 vervanger@aa.example',
      '2026-03-02 b1 secretaris@aa.example',
    ]);
  });

  // Guards: functions/domain/contacts/resolveContacts.ts: `(!from || from <= day) && (!until || day <= until)`.
  test('whoever has the role on that day: the old one until the last day, the new one after it', async () => {
    const { remind, told } = await silentAa({
      contacts: [
        contact(AA, 'oud@aa.example', { until: '2026-02-20' }),
        contact(AA, 'nieuw@aa.example', { from: '2026-02-21' }),
      ],
    });
    for (const day of ['2026-02-17', '2026-02-24']) await remind(day);
    expect(told()).toEqual(['2026-02-17 b10 oud@aa.example', '2026-02-24 b5 nieuw@aa.example']);
  });
});

// Guards: functions/domain/reminders/owedReminders.ts: `each.startsWith(part) || each.endsWith(person)` of `toldOf`.
describe('nobody gets one rung twice, whoever comes or goes while it stands', () => {
  test('a deputy who is reminded alone, and then stands in the list after the secretary who is back', async () => {
    const { remind, told, people } = await silentAa({ contacts: [deputy] });
    await remind('2026-02-17');
    people.contacts = [secretary, deputy];
    await remind('2026-02-18');
    expect(told().filter((each) => each.endsWith('plaatsvervanger@aa.example'))).toHaveLength(1);
  });

  test('a deputy who stands in for the secretary, and is deputy again the next day', async () => {
    const standsIn = { ...secretary, ...away('2026-02-16', '2026-02-17', deputy.mail) };
    const { remind, told } = await silentAa({ contacts: [standsIn, deputy] });
    for (const day of ['2026-02-17', '2026-02-18']) await remind(day);
    expect(told()).toEqual(['2026-02-17 b10 plaatsvervanger@aa.example']);
  });

  test('a project lead who stands in for the secretary on the day it escalates', async () => {
    const { remind, told } = await silentAa({
      contacts: [{ ...secretary, ...away('2026-03-25', '2026-03-25', 'lead@regio.example') }],
    });
    for (const day of ['2026-03-25', '2026-03-26']) await remind(day);
    expect(told()).toEqual(['2026-03-25 o2 lead@regio.example']);
  });
});
