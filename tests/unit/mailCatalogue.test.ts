import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../functions/domain/contacts/language.ts';
import { catalogueOf, languagesOf } from '../../functions/domain/mails/catalogue/catalogueOf.ts';
import { drawFor } from '../../functions/domain/mails/drawFor.ts';
import { referenceIn } from '../../functions/domain/mails/referenceIn.ts';
import { everyMail } from './everyMail.ts';
import { examplePlan } from './exampleRecord.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'nl');

/** Every text of a catalogue by its path; a function is given a word of its own for each parameter it asks for. */
function textsOf(value: unknown, path: string): [path: string, text: string, given: string[]][] {
  if (typeof value === 'string') return [[path, value, []]];
  if (typeof value !== 'function')
    return Object.entries(value as object).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
  if (/\.(day|period)$/.test(path)) return [];
  const given: string[] = [];
  const word = (name: string) => {
    const text = `«${name}»`;
    if (!given.includes(text)) given.push(text);
    return text;
  };
  const parameters = new Proxy(
    {},
    { get: (_none, name) => (typeof name === 'string' ? word(name) : undefined) },
  );
  const text = takesObject(value) ? value(parameters) : value('«value»');
  return [[path, text, given]];
}
const takesObject = (given: object) => /^\(\{/.test(String(given));

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = textsOf(catalogueOf(language), language);

  test('has a text for everything, none of it empty, undefined or a placeholder', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const [path, text] of texts) {
      if (path === `${language}.layout.lang`) continue;
      expect([path, text.trim().length > 2]).toEqual([path, true]);
      expect([path, /undefined|null|\[object|\$\{|TODO|XXX/.test(text)]).toEqual([path, false]);
    }
  });
  test('says what it was given: each word once it asked for it, and the one value of those that take one', () => {
    for (const [path, text, given] of texts) {
      for (const word of given.filter((each) => !/«(late|corrected|forApproval)»/.test(each)))
        expect([path, text.includes(word)]).toEqual([path, true]);
    }
  });
  test('asks for the same words as the Dutch one', () => {
    const dutch = new Map(
      textsOf(catalogueOf('nl'), language).map(([path, , given]) => [path, [...given].sort()]),
    );
    for (const [path, , given] of texts) expect([path, [...given].sort()]).toEqual([path, dutch.get(path)]);
  });
  test('writes every day of the calendar so that no two are the same', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2190-01-01'), noInvalidDate: true }),
        (at) => {
          const day = at.toISOString().slice(0, 10);
          const written = catalogueOf(language).field.day(day);
          expect(written).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u);
          expect(written.startsWith(`${Number(day.slice(8))} `) && written.endsWith(day.slice(0, 4))).toBe(
            true,
          );
        },
      ),
    );
    const { day, period } = catalogueOf(language).field;
    const months = Array.from({ length: 12 }, (_none, index) =>
      day(`2026-${String(index + 1).padStart(2, '0')}-01`),
    );
    expect(new Set(months).size).toBe(12);
    expect(period('2026-Q1..2026-Q3')).toMatch(/1.+2026.+3.+2026/);
    expect(period('2026-05')).toBe(day('2026-05-01').slice(2));
  });
});

test('Frisian days are those of the language', () => {
  const { day } = catalogueOf('fy').field;
  expect([day('2026-02-02'), day('2026-05-01'), day('2025-12-16')]).toEqual([
    '2 febrewaris 2026',
    '1 maaie 2026',
    '16 desimber 2025',
  ]);
});

/** The facts of a mail that are the same in every language: links, references, numbers and what people typed. */
function factsOf(text: string): string[] {
  return (text.match(/https?:\/\/\S+|\d+|main\.r\d|«[^»]+»/g) ?? []).sort();
}

describe.each(OTHERS)('every mail in %s', (language: Language) => {
  const mails = everyMail(language, '«getypt»');
  const dutch = everyMail('nl', '«getypt»');

  test.each([...mails.keys()])('%s: says the same facts as in Dutch, in its own words', (kind) => {
    const [mail, inDutch] = [mails.get(kind)!, dutch.get(kind)!];
    expect(factsOf(mail.text)).toEqual(factsOf(inDutch.text));
    expect(mail.subject).not.toBe(inDutch.subject);
    expect(mail.html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    expect(mail.to).toEqual(inDutch.to);
    expect(referenceIn(mail.text)).toBe(referenceIn(inDutch.text));
    // Words that only Dutch has.
    expect(mail.text).not.toMatch(/\b(uiterlijk|besluit te nemen|vastgelegd|gevraagd|geantwoord|Beste)\b/);
  });
});

describe('who reads what', () => {
  test('nobody said anything: Dutch; several: each once, Dutch first', () => {
    expect(languagesOf([])).toEqual(['nl']);
    expect(languagesOf([{}, { language: 'nl' }])).toEqual(['nl']);
    expect(languagesOf([{ language: 'en' }, { language: 'fy' }, {}, { language: 'fy' }])).toEqual([
      'nl',
      'fy',
      'en',
    ]);
    expect(languagesOf([{ language: 'en' }])).toEqual(['en']);
  });

  // Guards: functions/domain/mails/drawFor.ts: `...others.map(partsIn)`.
  test('a mail to several is one message that says it in the language of each', () => {
    const people = [{ mail: 'a@aa.example' }, { mail: 'b@bb.example', language: 'fy' as const }];
    const { text, html, to } = drawFor(people, examplePlan(), 'x/y', ({ field, layout }) => ({
      ...{
        subject: layout.lang,
        preheader: 'p',
        heading: 'h',
        facts: [],
        paragraphs: [field.outcome.rejected],
      },
    }));
    expect(to).toEqual(['a@aa.example', 'b@bb.example']);
    expect(text).toMatch(/verworpen[\s\S]*ôfwiisd/);
    expect(html).toMatch(/lang="nl"[\s\S]*verworpen[\s\S]*lang="fy"[\s\S]*ôfwiisd/);
    expect(referenceIn(text)).toBe('x/y');
  });
});
