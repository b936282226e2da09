import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readHistoryFile } from '../../functions/cli/readHistoryFile.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { examplePlan } from './exampleRecord.ts';

const PLAN = examplePlan();
const JOINED = '2026-06-01T09:00:00.000Z';
const HEADER = 'what,round,body,outcome,on,newDate,reference,note,milestone';
const DONE = 'complete,,,,2026-01-20,,,,prepare';
const ADOPTED = 'decide,main.r1,GM0001/college,adopted,2026-01-27,,O26.001,,';

const folder = mkdtempSync(join(tmpdir(), 'besluitketen-history-'));
const printed = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
beforeEach(() => printed.mockClear());
afterAll(() => {
  printed.mockRestore();
  rmSync(folder, { recursive: true });
});

function read(content: string | Buffer, json = true) {
  const file = join(folder, 'historie.csv');
  writeFileSync(file, content);
  return readHistoryFile(file, PLAN, JOINED, json);
}
const lines = (...all: string[]) => all.join('\n');

/** The mistakes as they are printed for a script, and the refusal's sentence. */
function refused(content: string | Buffer) {
  try {
    read(content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { mistakes } = JSON.parse(String(printed.mock.lastCall?.[0])) as {
      mistakes: { line: number; problem: string }[];
    };
    return { code: error.code, message: error.message, mistakes };
  }
  throw new Error('nothing was refused');
}

describe('a history file', () => {
  const expected = [
    { body: 'GM0001/college', outcome: 'adopted', decidedOn: '2026-01-27', reference: 'O26.001' },
  ];

  test.each([
    ['as it is written by hand', lines(HEADER, DONE, ADOPTED)],
    ['with Windows line ends and a last empty line', lines(HEADER, DONE, ADOPTED, '').replace(/\n/g, '\r\n')],
    ['with a byte order mark', `\uFEFF${lines(HEADER, DONE, ADOPTED)}`],
    [
      'with a byte order mark before a quoted header',
      `\uFEFF${lines(HEADER.replace('what', '"what"'), DONE, ADOPTED)}`,
    ],
    ['with semicolons', lines(HEADER, DONE, ADOPTED).replace(/,/g, ';')],
    [
      'with a byte order mark, semicolons and spaces',
      `\uFEFF${lines(HEADER, DONE, ADOPTED).replace(/,/g, ' ; ')}`,
    ],
    [
      'with its columns in another order',
      lines(
        'on,what,milestone,round,body,outcome,reference',
        '2026-01-20,complete,prepare,,,,',
        '2026-01-27,decide,,main.r1,GM0001/college,adopted,O26.001',
      ),
    ],
  ])('is read %s', (_how, content) => {
    expect(read(content).requests).toMatchObject(expected);
    expect(printed).not.toHaveBeenCalled();
  });

  test('in the encoding of Windows keeps its letters', () => {
    const noted = lines(HEADER, DONE, ADOPTED.replace('O26.001,', 'O26.001,Súdwest-Fryslân: € 5'));
    const windows = Buffer.from(noted.replace('€', '\x80'), 'latin1');
    expect(read(windows).requests).toMatchObject([{ note: 'Súdwest-Fryslân: € 5' }]);
  });

  test('with a note in quotes keeps its comma, its quotes and its line end', () => {
    const quoted = ADOPTED.replace(/,,$/, ',"Akkoord, met ""kanttekening""\nen een tweede regel",');
    expect(read(lines(HEADER, DONE, quoted)).requests).toMatchObject([
      { note: 'Akkoord, met "kanttekening"\nen een tweede regel' },
    ]);
  });

  // The guard is the delimiter that is taken from the header: a spreadsheet quotes only its own separator.
  test('with the other separator in a note keeps it', () => {
    const comma = lines(HEADER, DONE, ADOPTED)
      .replace(/,/g, ';')
      .replace('O26.001;;', 'O26.001;Akkoord, mits;');
    expect(read(comma).requests).toMatchObject([{ note: 'Akkoord, mits' }]);
    const semicolon = lines(HEADER, DONE, ADOPTED.replace('O26.001,,', 'O26.001,Akkoord; mits,'));
    expect(read(semicolon).requests).toMatchObject([{ note: 'Akkoord; mits' }]);
  });

  test('that is empty, or has only its header, is a past in which nothing happened', () => {
    for (const content of ['', HEADER]) expect(read(content)).toMatchObject({ rounds: [], milestones: [] });
  });
});

describe('a wrong history file', () => {
  test('tells all its mistakes at once, each with its line', () => {
    const wrong = refused(
      lines(
        HEADER,
        DONE,
        'besluit,main.r1,GM0001/college,adopted,2026-01-27,,,,',
        'decide,main,GM0001/college,goed,2026-02-31,,,,',
        '',
        'revise,main.r1,,,2026-01-29,,, ,',
        'complete,,,,2026-01-20,,,,',
      ),
    );
    expect(wrong.mistakes.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '3 what: what is decide, complete of revise',
      '4 round: een ronde als process-proposal.r1',
      '4 outcome: een uitkomst: adopted, amended, rejected, deferred, noted, advised',
      '4 on: een bestaande datum als 2025-12-16',
      '6 note: wat er herzien is',
      '7 milestone: een mijlpaal van het plan',
    ]);
    expect(wrong).toMatchObject({ code: 'HISTORY_INVALID', message: expect.stringContaining('6 fouten') });
    expect(wrong.message).toContain('Er is niets overgenomen.');
  });

  test('is checked against the plan once every line can be read', () => {
    const wrong = refused(lines(HEADER, ADOPTED, 'complete,,,,2026-01-20,,,,onbekend'));
    expect(wrong.mistakes).toEqual([
      { line: 2, problem: expect.stringContaining('liep op 2026-01-27 nog niet') },
      { line: 3, problem: 'het plan kent geen mijlpaal "onbekend"' },
    ]);
  });

  test('with an unknown column names it and those there are', () => {
    expect(refused(lines(`${HEADER},uitkomst`, `${DONE},`)).mistakes).toEqual([
      { line: 1, problem: expect.stringMatching(/^onbekende kolom uitkomst; de kolommen zijn what, round/) },
    ]);
  });

  test.each([
    ['a quote that is never closed', lines(HEADER, DONE, ADOPTED.replace('O26.001', '"O26.001')), 3],
    ['a quote in the middle of a field', lines(HEADER, DONE, ADOPTED.replace('O26.001', 'O26"001')), 3],
    ['a line with too few fields', lines(HEADER, DONE, 'decide,main.r1'), 3],
  ])('with %s tells its line', (_rule, content, line) => {
    expect(refused(content).mistakes).toEqual([
      { line, problem: expect.stringContaining('de regel is niet te lezen'), remedy: expect.any(String) },
    ]);
  });

  test('that does not exist is refused in the same way', () => {
    expect(() => readHistoryFile(join(folder, 'er-niet.csv'), PLAN, JOINED, true)).toThrow(
      expect.objectContaining({ code: 'HISTORY_INVALID' }),
    );
  });

  test('is told to a person in lines', () => {
    expect(() => read(lines(HEADER, 'complete,,,,2026-01-20,,,,'), false)).toThrow(Refusal);
    expect(printed.mock.lastCall?.[0]).toBe('regel 2: milestone: een mijlpaal van het plan\n');
  });
});
