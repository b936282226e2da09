import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT_COLUMNS, readContactsCsv } from '../../functions/domain/contacts/readContactsCsv.ts';

const BODIES = new Set(['GM0072/council', 'rac']);
/** As files of before the languages have it. */
const HEADER = CONTACT_COLUMNS.filter((column) => column !== 'language').join(',');
const JANSEN = 'GM0072/council,secretary,J. Jansen,j.jansen@harlingen.example';
const file = (...lines: string[]) => [HEADER, ...lines].join('\n');

function read(text: string) {
  const result = readContactsCsv(text, BODIES);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.contacts;
}
function mistakesIn(text: string): string[] {
  const result = readContactsCsv(text, BODIES);
  return 'mistakes' in result ? result.mistakes.map(({ line, problem }) => `${line} ${problem}`) : [];
}

describe('a contacts file', () => {
  const jansen = {
    body: 'GM0072/council',
    role: 'secretary',
    name: 'J. Jansen',
    mail: 'j.jansen@harlingen.example',
    replacements: [],
  };

  test.each([
    ['with commas', file(`${JANSEN},,,,,,`)],
    [
      'from a Dutch spreadsheet',
      `\uFEFF${file(`${JANSEN},,,,,,`).replace(/,/g, ';').replace(/\n/g, '\r\n')}`,
    ],
    ['without the columns it does not use', `body,role,name,mail\n${JANSEN}`],
  ])('%s is read', (_how, text) => {
    expect(read(text)).toEqual([jansen]);
  });

  // Guards: functions/domain/contacts/readContactsCsv.ts: `...(language && { language })`, and the mistake above it.
  test('says in which language a person reads, and only of languages that mails are written in', () => {
    const inLanguage = (language: string) => `body,role,name,mail,language\n${JANSEN},${language}`;
    expect(read(inLanguage('fy'))).toEqual([{ ...jansen, language: 'fy' }]);
    expect(read(inLanguage(''))).toEqual([jansen]);
    expect(mistakesIn(inLanguage('de'))).toEqual(['2 language: "de" is geen taal van berichten']);
  });

  test('with several lines for one person gives that person several replacements, in the order of time', () => {
    const [person] = read(
      file(
        `${JANSEN},2026-01-01,31-12-2026,P. Pieters,p.pieters@harlingen.example,2026-08-01,2026-08-21`,
        `${JANSEN},01-01-2026,2026-12-31,K. Klaassen,k.klaassen@harlingen.example,2026-05-01,2026-05-08`,
      ),
    );
    expect(person).toEqual({
      ...jansen,
      from: '2026-01-01',
      until: '2026-12-31',
      replacements: [
        {
          name: 'K. Klaassen',
          mail: 'k.klaassen@harlingen.example',
          from: '2026-05-01',
          until: '2026-05-08',
        },
        { name: 'P. Pieters', mail: 'p.pieters@harlingen.example', from: '2026-08-01', until: '2026-08-21' },
      ],
    });
  });

  test('may name two secretaries at once, and one who comes back', () => {
    const two = read(
      file(
        `${JANSEN},2022-01-01,2024-12-31,,,,`,
        `${JANSEN},2026-01-01,,,,,`,
        'GM0072/council,secretary,P. Pieters,p.pieters@harlingen.example,,,,,,',
      ),
    );
    expect(two.map(({ name, from }) => [name, from])).toEqual([
      ['J. Jansen', '2022-01-01'],
      ['J. Jansen', '2026-01-01'],
      ['P. Pieters', undefined],
    ]);
  });

  test('has no formulas: a name is its characters', () => {
    expect(read(file(`rac,secretary,"=HYPERLINK(""x"")",rac@regio.example,,,,,,`))[0]?.name).toBe(
      '=HYPERLINK("x")',
    );
  });
});

describe('a wrong contacts file', () => {
  test.each([
    [`rac,griffier,A,a@b.example,,,,,,`, 'role: "griffier" is geen rol'],
    [`rac,secretary,,a@b.example,,,,,,`, 'name is leeg'],
    [`rac,secretary,A,,,,,,,`, 'mail is leeg'],
    [`rac,secretary,A,a@b,,,,,,`, 'mail: "a@b" is geen e-mailadres'],
    [
      `rac,secretary,A,"a@b.example, c@d.example",,,,,,`,
      'mail: "a@b.example, c@d.example" is geen e-mailadres',
    ],
    [`rac,secretary,A,A <a@b.example>,,,,,,`, 'mail: "A <a@b.example>" is geen e-mailadres'],
    [`rac,secretary,A,a@b.example,2026-05-12,2026-05-11,,,,`, 'from (2026-05-12) ligt na until (2026-05-11)'],
    [`rac,secretary,A,a@b.example,2026-02-30,,,,,`, 'from: "2026-02-30" is geen bestaande dag'],
    [`gr,secretary,A,a@b.example,,,,,,`, 'het orgaan "gr" komt in geen lopend traject voor'],
    [`rac,secretary,A,a@b.example,,,B,b,2026-01-01,2026-01-02`, 'replacementMail: "b" is geen e-mailadres'],
    [
      `rac,secretary,A,a@b.example,,,B,b@b.example,2026-01-02,2026-01-01`,
      'replacementFrom (2026-01-02) ligt na replacementUntil (2026-01-01)',
    ],
    [`rac,secretary,A,a@b.example,,,,b@b.example,2026-01-01,2026-01-02`, 'replacement is leeg'],
    [`rac,secretary,A,a@b.example,,,B,b@b.example,2026-01-01,`, 'replacementUntil is leeg'],
  ])('%s: %s', (line, problem) => {
    expect(mistakesIn(file(line))).toEqual([`2 ${problem}`]);
  });

  test('has the same line twice, or two replacements of one person on one day', () => {
    expect(
      mistakesIn(
        file(
          'rac,secretary,A,a@b.example,,,,,,',
          `${JANSEN},,,P,p@b.example,2026-08-01,2026-08-21`,
          'rac,secretary,A,a@b.example,,,,,,',
          `${JANSEN},,,K,k@b.example,2026-08-21,2026-08-28`,
          `${JANSEN},,,K,k@b.example,2026-08-29,2026-08-30`,
        ),
      ),
    ).toEqual([
      '4 deze regel is dezelfde als regel 2',
      '5 deze vervanging van J. Jansen overlapt met die op regel 3',
    ]);
  });

  test.each([
    ['', '1 het bestand is leeg'],
    [HEADER, '1 het bestand is leeg'],
    [
      `body,role,name\nrac,secretary,A`,
      `1 kolom mail ontbreekt; de kolommen zijn ${CONTACT_COLUMNS.join(', ')}`,
    ],
  ])('%j: %s', (text, problem) => {
    expect(mistakesIn(text)).toEqual([problem]);
  });

  test('of any text is no exception', () => {
    const cell = fc.oneof(
      fc.constantFrom('rac', 'secretary', 'A', 'a@b.example', '2026-05-12', '"', '', ';'),
      fc.string({ unit: 'binary' }),
    );
    const lines = fc.array(fc.array(cell, { maxLength: 11 }).map((cells) => cells.join(',')));
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      lines.map((all) => file(...all)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const result = readContactsCsv(text, BODIES);
        expect('contacts' in result ? result.contacts.length : result.mistakes.length).toBeGreaterThan(0);
      }),
    );
  });
});
