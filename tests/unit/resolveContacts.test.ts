import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { contactsOf } from '../../functions/domain/contacts/resolveContacts.ts';

const JANSEN: Contact = {
  body: 'GM0072/council',
  role: 'secretary',
  name: 'J. Jansen',
  mail: 'j.jansen@harlingen.example',
  from: '2026-01-01',
  until: '2026-12-31',
  replacements: [
    { name: 'P. Pieters', mail: 'p.pieters@harlingen.example', from: '2026-08-01', until: '2026-08-21' },
  ],
};
const on = (day: string, contacts: readonly Contact[] = [JANSEN]) =>
  contactsOf(contacts, 'GM0072/council', 'secretary', day).map(({ name }) => name);

describe('who is mailed for a body', () => {
  test.each([
    ['2025-12-31', []],
    ['2026-01-01', ['J. Jansen']],
    ['2026-07-31', ['J. Jansen']],
    ['2026-08-01', ['P. Pieters']],
    ['2026-08-21', ['P. Pieters']],
    ['2026-08-22', ['J. Jansen']],
    ['2026-12-31', ['J. Jansen']],
    ['2027-01-01', []],
  ])('on %s: %j, both ends of a period included', (day, names) => {
    expect(on(day)).toEqual(names);
  });

  test('has no end or beginning that is not said', () => {
    const { from: _from, until: _until, ...always } = JANSEN;
    expect([on('1900-01-01', [always]), on('2199-12-31', [always])]).toEqual([['J. Jansen'], ['J. Jansen']]);
  });

  test('is nobody of another body or in another role', () => {
    expect(contactsOf([JANSEN], 'GM0072/college', 'secretary', '2026-05-11')).toEqual([]);
    expect(contactsOf([JANSEN], 'GM0072/council', 'portfolio-holder', '2026-05-11')).toEqual([]);
  });

  test('is two people when two have the role, and one when both have the same mailbox', () => {
    const other = { ...JANSEN, name: 'K. Klaassen', mail: 'k.klaassen@harlingen.example', replacements: [] };
    expect(on('2026-05-11', [JANSEN, other])).toEqual(['J. Jansen', 'K. Klaassen']);
    expect(on('2026-05-11', [JANSEN, { ...other, mail: JANSEN.mail }])).toEqual(['J. Jansen']);
    // While one is away the other may stand in: one mail, not two.
    const standIn = { ...other, mail: 'p.pieters@harlingen.example' };
    expect(on('2026-08-05', [JANSEN, standIn])).toEqual(['P. Pieters']);
  });

  test('whoever and whenever: each address once, only of people whose time it is, or who stand in then', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-01-01', days));
    const period = fc.tuple(day, day).map((ends) => [...ends].sort() as [string, string]);
    const mail = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example');
    const person: fc.Arbitrary<Contact> = fc
      .tuple(period, mail, fc.array(fc.tuple(period, mail), { maxLength: 2 }))
      .map(([[from, until], address, away]) => ({
        ...JANSEN,
        mail: address,
        from,
        until,
        replacements: away.map(([[first, last], theirs]) => ({
          name: 'V',
          mail: theirs,
          from: first,
          until: last,
        })),
      }));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), day, (people, today) => {
        const mails = contactsOf(people, JANSEN.body, 'secretary', today).map((each) => each.mail);
        expect(new Set(mails).size).toBe(mails.length);
        const inOffice = people.filter(({ from, until }) => from! <= today && today <= until!);
        const possible = inOffice.flatMap((each) => {
          const away = each.replacements.filter(({ from, until }) => from <= today && today <= until);
          return away.length > 0 ? away.map(({ mail: theirs }) => theirs) : [each.mail];
        });
        for (const each of mails) expect(possible).toContain(each);
        expect(mails.length > 0).toBe(inOffice.length > 0);
      }),
    );
  });
});

describe('what is read', () => {
  const frisian: Contact = { ...JANSEN, language: 'fy' };
  const languageOn = (day: string, contacts: readonly Contact[]) =>
    contactsOf(contacts, 'GM0072/council', 'secretary', day).map(({ language }) => language);

  // Guards: functions/domain/contacts/resolveContacts.ts: `const reads = …`.
  test('is what the person has it in; who stands in reads what they read themselves', () => {
    const pieters: Contact = {
      ...{ body: 'rac', role: 'secretary', name: 'P. Pieters', mail: 'p.pieters@harlingen.example' },
      ...{ language: 'en', replacements: [] },
    };
    expect(languageOn('2026-07-01', [frisian])).toEqual(['fy']);
    expect(languageOn('2026-08-10', [frisian])).toEqual([undefined]);
    expect(languageOn('2026-08-10', [frisian, pieters])).toEqual(['en']);
  });
});
