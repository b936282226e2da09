import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLedgerCsv } from '../../../functions/domain/ledger/csv/readLedgerCsv.ts';
import { plainAmount } from '../../../functions/domain/ledger/euros.ts';
import { examplePlan } from '../exampleRecord.ts';

const PLAN = examplePlan();
const HEADER = 'soort;kenmerk;bedrag;datum;omschrijving';
const RECEIVED = 'bijdrage;B-1;340.688,00;15-12-2025;Impulsbudget';

function read(text: string, today?: string) {
  const result = readLedgerCsv(text, PLAN, today);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.lines;
}
function mistakesIn(text: string, today?: string) {
  const result = readLedgerCsv(text, PLAN, today);
  return 'mistakes' in result ? result.mistakes : [];
}
const told = (text: string, today?: string) =>
  mistakesIn(text, today).map(({ line, problem }) => `${line} ${problem}`);
const linesOf = (header: string, ...lines: string[]) => [header, ...lines].join('\n');

describe('a bookings file', () => {
  const order = {
    type: 'allocation',
    reference: 'B-1',
    amount: 34_068_800,
    date: '2025-12-15',
    year: 2025,
    description: 'Impulsbudget',
  };

  test.each([
    ['with semicolons, as a Dutch spreadsheet writes it', `\uFEFF${HEADER}\r\n${RECEIVED}\r\n`],
    ['with tabs', linesOf(HEADER, RECEIVED).replaceAll(';', '\t')],
    [
      'with commas and English names',
      'type,reference,amount,date,description\nallocation,B-1,340688.00,2025-12-15,Impulsbudget',
    ],
    [
      'with the columns in another order and capitals',
      linesOf('Bedrag;Datum;SOORT;Kenmerk;Omschrijving', '340688;2025-12-15;Bijdrage;B-1;Impulsbudget'),
    ],
    ['with a currency that is the euro', linesOf(`${HEADER};valuta`, `${RECEIVED};eur`)],
  ])('%s is read', (_how, text) => {
    expect(read(text)).toEqual([{ line: 2, order }]);
  });

  test('says everything that a booking may say', () => {
    const header = `${HEADER};btw;jaar;verplichting;corrigeert;mijlpaal;tot;GM0001;gm0002`;
    const [paid, corrected] = read(
      linesOf(
        header,
        'uitgave;F-1;100,01;2026-03-31;Termijn 1;17,36;2025;V-1;;prepare;;100;0,01',
        'correctie;C-1;-5;2026-04-01;Te veel;;;;F-1;;31-12-2026;;',
      ),
    );
    expect(paid?.order).toEqual({
      type: 'expenditure',
      reference: 'F-1',
      amount: 10_001,
      vat: 1_736,
      date: '2026-03-31',
      year: 2025,
      description: 'Termijn 1',
      commitment: 'V-1',
      milestone: 'prepare',
      shares: [
        { municipality: 'GM0001', cents: 10_000 },
        { municipality: 'GM0002', cents: 1 },
      ],
    });
    expect(corrected?.order).toMatchObject({
      type: 'correction',
      amount: -500,
      corrects: 'F-1',
      until: '2026-12-31',
    });
  });

  test('gives a proportion in one column: weights, or percentages that are a hundred together', () => {
    const weights = (written: string) =>
      read(linesOf(`${HEADER};verdeling`, `${RECEIVED};"${written}"`))[0]?.order.weights;
    expect(weights('GM0001:2; gm0002=1')).toEqual({ GM0001: 2, GM0002: 1 });
    expect(weights('GM0001 33,34% | GM0002 66.66%')).toEqual({ GM0001: 3_334, GM0002: 6_666 });
    expect(weights('')).toBeUndefined();
  });

  test('keeps a formula in a text as the text it is', () => {
    const [line] = read(linesOf(HEADER, 'bijdrage;B-1;1;2025-12-15;"=HYPERLINK(""http://kwaad.example"")"'));
    expect(line?.order.description).toBe('=HYPERLINK("http://kwaad.example")');
  });

  test('may hold the same line twice, but not one reference with two contents', () => {
    expect(read(linesOf(HEADER, RECEIVED, RECEIVED))).toHaveLength(2);
    expect(told(linesOf(HEADER, RECEIVED, RECEIVED.replace('00;', '01;')))).toEqual([
      '3 kenmerk B-1 staat met een andere inhoud op regel 2',
    ]);
  });
});

describe('a mistake is told with its line and what to do', () => {
  const cell = (column: number, value: string) =>
    RECEIVED.split(';')
      .map((each, index) => (index === column ? value : each))
      .join(';');
  test.each([
    [cell(2, '12,345'), 'op twee manieren'],
    [cell(2, '1234,567'), 'meer dan twee decimalen'],
    [cell(2, '$ 12'), 'geen bedrag in euro'],
    [cell(2, 'USD 12,00'), 'geen bedrag in euro'],
    [cell(2, '-12'), 'boven nul'],
    [cell(2, '0,00'), 'boven nul'],
    [cell(2, ''), 'bedrag is leeg'],
    [cell(2, '=1+1'), 'geen bedrag'],
    [cell(0, 'inkomst'), 'geen soort'],
    [cell(1, 'A#1'), 'geen kenmerk'],
    [cell(1, ''), 'kenmerk is leeg'],
    [cell(3, '31-11-2025'), 'geen bestaande dag'],
    [cell(3, '2035-01-01'), 'valt buiten het budget'],
    [cell(4, ''), 'omschrijving is leeg'],
    [cell(4, 'x'.repeat(201)), 'langer dan 200 tekens'],
  ])('%s', (line, problem) => {
    const [mistake, ...others] = mistakesIn(linesOf(HEADER, RECEIVED, line));
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({ line: 3, problem: expect.stringContaining(problem) });
    expect(mistake?.remedy ?? mistake?.problem).toMatch(/ /);
  });

  test.each([
    ['valuta', 'USD', 'geen euro'],
    ['btw', '1,2,3', 'geen bedrag'],
    ['btw', '340688,01', 'btw is een deel'],
    ['jaar', '26', 'geen jaar'],
    ['jaar', '2024', 'valt buiten het budget'],
    ['mijlpaal', 'nergens', 'staat niet in het plan'],
    ['verdeling', 'GM0001 60%; GM0002 39,99%', 'samen 99,99 en niet 100'],
    ['verdeling', 'GM0001 60%; GM0002 40', 'door elkaar'],
    ['verdeling', 'GM0001:1; GM0001:1', 'twee keer'],
    ['verdeling', 'GM0001:0', 'niemand'],
    ['verdeling', 'GM0001:1,5', 'geheel getal'],
    ['verdeling', 'Harlingen 1', 'geen deel'],
    ['verdeling', 'GM9999:1', 'doet niet mee'],
    ['GM0001', '340687,99', 'samen € 340.687,99 en niet € 340.688,00'],
    ['GM0001', 'helft', 'geen bedrag'],
    ['tot', '2026-02-30', 'geen bestaande dag'],
  ])('%s: %s', (column, value, problem) => {
    expect(told(linesOf(`${HEADER};${column}`, `${RECEIVED};"${value}"`))).toEqual([
      expect.stringMatching(/^2 /),
    ]);
    expect(told(linesOf(`${HEADER};${column}`, `${RECEIVED};"${value}"`))[0]).toContain(problem);
  });

  test('all at once, in the order of the file', () => {
    const text = linesOf(HEADER, cell(2, '-1'), RECEIVED, 'te;weinig', cell(0, 'x').replace('B-1', ''));
    expect(told(text).map((line) => line.split(' ')[0])).toEqual(['2', '4', '5', '5']);
  });

  test('a column that is not known, is there twice, or is missing', () => {
    expect(told(linesOf(`${HEADER};saldo`, `${RECEIVED};1`))[0]).toMatch(
      /^1 onbekende kolom saldo; .*GM0002/,
    );
    expect(told(linesOf(`${HEADER};reference`, `${RECEIVED};1`))[0]).toContain('kenmerk staat er twee keer');
    expect(told(linesOf('soort;kenmerk', 'bijdrage;B-1'))[0]).toContain(
      'bedrag, datum, omschrijving ontbreekt',
    );
    expect(told('')[0]).toContain('leeg');
  });

  test('a day that has yet to come, where days are those of the calendar', () => {
    const text = linesOf(HEADER, RECEIVED);
    expect(told(text, '2025-12-14')).toEqual(['2 datum: 2025-12-15 is nog niet geweest']);
    expect(told(text, '2025-12-15')).toEqual([]);
  });

  test('both ways of splitting are one too many', () => {
    const text = linesOf(`${HEADER};verdeling;GM0001`, `${RECEIVED};GM0001:1;340688`);
    expect(told(text)[0]).toContain('twee keer');
  });
});

test('whatever stands in a file, it is no exception', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (header, cells) => {
      readLedgerCsv(`${header}\n${cells.join(';')}`, PLAN);
      readLedgerCsv(linesOf(`${HEADER};verdeling;GM0001`, cells.join(';')), PLAN);
    }),
  );
});

test('what is written to the cent is read to the cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e11 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 100 }),
      (cents, dutch, part) => {
        const first = Math.floor((cents * part) / 100);
        const line = [
          'bijdrage',
          'B-1',
          ...[cents, first, cents - first].map((each) => plainAmount(each, dutch)),
        ];
        const [read1] = read(
          linesOf(
            'soort;kenmerk;bedrag;GM0001;GM0002;datum;omschrijving',
            [...line, '2025-12-15', 'x'].join(';'),
          ),
        );
        expect(read1?.order.amount).toBe(cents);
        expect(read1?.order.shares?.map((share) => share.cents)).toEqual([first, cents - first]);
      },
    ),
  );
});
