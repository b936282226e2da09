import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { ledger, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import { BY, copyOfPlan, FIRST_DAY, fileWith, type PlanCopy } from './trajectories.ts';
import { until } from './until.ts';

const HEADER =
  'soort;kenmerk;bedrag;btw;datum;jaar;omschrijving;verplichting;corrigeert;mijlpaal;tot;verdeling';
const LINES = [
  'bijdrage;B-2025;340.688,00;;15-12-2025;;Impulsbudget 2025;;;;;',
  'verplichting;V-1;120.000,00;20.826,45;02-02-2026;;Projectbegeleiding;;;tender-guidance;31-12-2026;',
  'uitgave;F-1;30.000,01;5.206,61;31-03-2026;;=Termijn 1;V-1;;tender-guidance;;',
  'verplichting;V-2;7,03;;10-02-2026;;Zaalhuur;;;;;GM0072:2; GM1940:1',
].map((line) => line.replace(/;(GM[^;]+; GM.*)$/, ';"$1"'));

let counted = 0;
const csv = (...lines: string[]) => fileWith(`boekingen-${++counted}.csv`, [HEADER, ...lines].join('\r\n'));
const json = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await besluitketenHere(['ledger', ...args, '--json']);
  return { exitCode, stderr, told: stdout ? JSON.parse(stdout) : undefined };
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

let plan: PlanCopy;
const mine = () => ['--trajectory', plan.id];
beforeAll(async () => {
  plan = copyOfPlan('ledger');
  // Not long before the end of a quarter: a run of the watch does a month at most.
  await startTrajectory(store, plan.plan, plan.id, 'real', momentOf('2026-03-20'), BY);
});

describe('ledger import', () => {
  test('shows beforehand what it would book, and books nothing', async () => {
    const { exitCode, told } = await json('import', csv(...LINES), '--dry-run', ...mine());
    expect(exitCode).toBe(0);
    expect(told).toMatchObject({
      dryRun: true,
      entries: 4,
      same: 0,
      types: { allocation: 1, commitment: 2, expenditure: 1 },
      free: { before: 0, after: 34_068_800 - 12_000_703 },
    });
    expect((await ledger.head(plan.id)).version).toBe(0);
  });

  test('of a wrong file tells every mistake with its line, and books nothing', async () => {
    const wrong = csv(
      LINES[0]!,
      'uitgave;F-9;1;;31-03-2026;;Zonder verplichting;V-9;;;;',
      'bijdrage;B-9;1;;01-01-2026;;Goed;;;;;',
    );
    const refused = await json('import', wrong, ...mine());
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/^LEDGER_INVALID: .*1 fout;.*regel 3.*Er is niets overgenomen\.\n$/);
    expect(refused.told.mistakes).toMatchObject([{ line: 3 }]);
    expect((await ledger.head(plan.id)).version).toBe(0);
  });

  test('books a file whole; again and grown by a line it books only what is new', async () => {
    const first = await besluitketen(['ledger', 'import', csv(...LINES), ...mine()]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toContain('1 bijdrage, 2 verplichtingen, 1 uitgave');
    const version = (await ledger.head(plan.id)).version;
    const again = await besluitketenHere(['ledger', 'import', csv(...LINES), ...mine()]);
    expect(again.stdout).toContain('was al geboekt; er is niets gewijzigd');
    expect((await ledger.head(plan.id)).version).toBe(version);
    const grown = await json(
      'import',
      csv(...LINES, 'correctie;C-1;-0,01;;01-04-2026;;Afronding;;F-1;;;'),
      ...mine(),
    );
    expect(grown.told).toMatchObject({ entries: 1, same: 4, types: { correction: 1 } });
  });

  test('without --trajectory is refused where several run', async () => {
    const other = copyOfPlan('ledger-other');
    await startTrajectory(store, other.plan, other.id, 'real', momentOf(FIRST_DAY), BY);
    await expect.poll(() => store.activeTrajectories('real')).toContain(other.id);
    const { exitCode, stderr } = await besluitketenHere(['ledger', 'import', csv(...LINES)]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^INVALID_INPUT: Er lopen \d+ trajecten .*--trajectory\.\n$/);
  });
});

describe('ledger show', () => {
  test('tells the balances per year, municipality and milestone, and the entries when asked', async () => {
    const { told } = await json('show', plan.id, '--entries');
    expect(told.total).toEqual({
      received: 34_068_800,
      committed: 12_000_703,
      spent: 3_000_000,
      open: 9_000_703,
      free: 34_068_800 - 12_000_703,
    });
    expect(told.years.map(({ year }: { year: number }) => year)).toEqual([2025, 2026]);
    expect(sum(told.municipalities.map((each: { received: number }) => each.received))).toBe(34_068_800);
    expect(told.milestones).toMatchObject([
      { id: 'tender-guidance', committed: 12_000_000, spent: 3_000_000 },
    ]);
    expect(told.entries).toHaveLength(5);
    const table = await besluitketenHere(['ledger', 'show', plan.id, '--year', '2026']);
    expect(table.stdout).toMatch(/2026.*€ 120\.007,03.*€ 30\.000,00/);
  });

  test('tells how the money burns until 2034, with estimates beside what is certain', async () => {
    const { told } = await json('show', plan.id, '--forecast');
    expect(told.forecast.at(-1).quarter).toBe('2034-Q4');
    expect(sum(told.national.years.map(({ cents }: { cents: number }) => cents))).toBe(28_970_000_000);
    expect(told.forecast.at(-1).leftWithEstimates).toBeGreaterThan(told.forecast.at(-1).left);
  });

  test('gives the figures of the annual accounts, with the VAT that the fund gives back', async () => {
    const { told } = await json('show', plan.id, '--year-end', '2026');
    expect(told.total).toMatchObject({
      carriedIn: 34_068_800,
      received: 0,
      spent: 3_000_000,
      vat: 520_661,
      compensated: 520_661,
      carriedOver: 31_068_800,
      obligations: 9_000_703,
    });
    const lines = await besluitketenHere(['ledger', 'show', plan.id, '--year-end', '2026']);
    expect(lines.stdout).toContain('naar volgend jaar');
  });
});

describe('ledger book', () => {
  const release = [
    '--type',
    'vrijval',
    '--reference',
    'R-1',
    '--commitment',
    'V-2',
    '--description',
    'Zaal ging niet door',
    '--date',
    '2026-04-02',
  ];
  test('books one entry, once, by the rules of a file', async () => {
    const booked = await besluitketenHere(['ledger', 'book', plan.id, '--amount', '7,03', ...release]);
    expect(booked).toMatchObject({ exitCode: 0, stdout: 'Geboekt: vrijval R-1 van € 7,03 in 2026.\n' });
    const again = await json('book', plan.id, '--amount', '7,03', ...release);
    expect(again.told.changed).toBe(false);
  });

  test.each([
    [['--amount', '0,01', ...release], 'CONFLICT'],
    [['--amount', '1.234', ...release], 'INVALID_INPUT'],
    [['--amount', '-1', ...release.map((each) => (each === 'R-1' ? 'R-2' : each))], 'AMOUNT_INVALID'],
    [['--amount', '0,01', ...release.map((each) => (each === 'R-1' ? 'R-2' : each))], 'ABOVE_COMMITMENT'],
    [
      ['--amount', '1', ...release.map((each) => (each === '2026-04-02' ? '2034-12-31' : each))],
      'DATE_IN_FUTURE',
    ],
  ])('%s is refused with %s', async (args, code) => {
    const refused = await besluitketenHere(['ledger', 'book', plan.id, ...args]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(new RegExp(`^${code}: .+\\.\n$`));
  });
});

describe('ledger export', () => {
  test('writes a file for each municipality and year, which add up to what show tells', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'uitvoer');
    const { told } = await json('export', plan.id, '--dutch', '--out', out);
    expect(told.files).toHaveLength(8);
    const rows = told.files.flatMap(({ file }: { file: string }) =>
      parse(readFileSync(join(out, file)), { bom: true, columns: true, delimiter: ';' }),
    ) as Record<string, string>[];
    const of = (what: string) =>
      sum(rows.filter((row) => row.telt_als === what).map((row) => Number(row.aandeel_centen)));
    const { total } = (await json('show', plan.id)).told;
    expect(of('bijdrage')).toBe(total.received);
    expect(of('verplichting') - of('vrijval')).toBe(total.committed);
    expect(of('uitgave')).toBe(total.spent);
    expect(rows.filter(({ kenmerk }) => kenmerk === 'F-1').map(({ omschrijving }) => omschrijving)).toEqual(
      Array(4).fill("'=Termijn 1"),
    );
    expect(readdirSync(out).sort()).toEqual(
      [...told.files.map(({ file }: { file: string }) => file), `${plan.id}-controletotalen.csv`].sort(),
    );
  });

  test('of a municipality that does not take part writes nothing', async () => {
    const out = mkdtempSync(join(tmpdir(), 'ledger-'));
    const refused = await json('export', plan.id, '--municipality', 'GM0001', '--out', out);
    expect(refused.stderr).toMatch(/^UNKNOWN_MUNICIPALITY: /);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('the statement of a quarter', () => {
  const at = '2026-04-01T05:30:00.000Z';
  const watch = () => besluitketenHere(['watch', '--at', at, '--trajectory', plan.id]);
  const mails = async () =>
    (await mailsOf(plan.id)).filter(({ reference }) => reference.startsWith('statement-2026-Q1/'));

  test('is mailed to the lead by the watch, and only once approved to each college, once', async () => {
    expect((await watch()).exitCode).toBe(0);
    await watch();
    const [mail, ...others] = await until('the lead has it', async () => {
      const found = await mails();
      return found.length > 0 ? found : undefined;
    });
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: [plan.plan.lead.mail], reference: 'statement-2026-Q1/lead-1' });
    expect((await json('statement', plan.id, '--quarter', '2026-Q1')).told).toMatchObject({
      status: 'to-approve',
      version: 1,
      total: { spent: { cents: 3_000_001, references: ['F-1'] } },
    });

    const approved = await json('statement', plan.id, '--quarter', '2026-Q1', '--approve');
    expect(approved.told).toMatchObject({ changed: true, version: 1 });
    await until('every college has it', async () => (await mails()).length >= 5);
    await watch();
    const colleges = (await mails()).filter(({ reference }) => reference.includes('/college-'));
    expect(colleges.flatMap(({ to }) => to).sort()).toEqual(
      plan.plan.participants.map(({ college }) => college?.mail).sort(),
    );
    const { stdout } = await besluitketenHere([
      'ledger',
      'statement',
      plan.id,
      '--quarter',
      '2026-q1',
      '--show',
    ]);
    expect(stdout).toMatch(/aan de colleges gestuurd\.\n$/);
    expect((await json('statement', plan.id, '--quarter', '2026-Q1', '--approve')).told.changed).toBe(false);
  });

  test.each([
    ['2026-Q9', 'INVALID_INPUT'],
    ['2025-Q1', 'UNKNOWN_STATEMENT'],
  ])('of %s cannot be approved: %s', async (quarter, code) => {
    const { stderr } = await besluitketenHere([
      'ledger',
      'statement',
      plan.id,
      '--quarter',
      quarter,
      '--approve',
    ]);
    expect(stderr).toMatch(new RegExp(`^${code}: `));
  });
});
