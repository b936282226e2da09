import { describe, expect, test } from 'vitest';
import { memoPdf } from '../../functions/adapters/memoPdf.ts';
import type { Memo } from '../../functions/domain/memo/memo.ts';
import type { MemoRow } from '../../functions/domain/memo/memoRow.ts';
import { readPdf } from './readPdf.ts';

function rowOf(memo: Partial<Memo> = {}, row: Partial<MemoRow> = {}): MemoRow {
  return {
    kind: 'memo',
    schemaVersion: 1,
    trajectory: 'voorbeeld',
    round: 'main.r1',
    version: 2,
    digest: 'd1',
    memo: {
      subject: 'Visie Súdwest-Fryslân',
      trajectory: 'Fan û, ú, â en ij – € 5,00',
      day: '2026-02-20',
      councils: ['Raad De Fryske Marren', 'Raad Waadhoeke'],
      proposal: 'Eerste regel\r\nTweede regel',
      revision: null,
      standing: 'De besluitronde: loopt.',
      colleges: [{ name: 'College Harlingen', words: 'aangenomen op 2 februari 2026, kenmerk A.1' }],
      others: [],
      ofCouncils: [],
      next: [],
      money: [{ name: 'Voorstel', words: 'verplicht € 1.200,00' }],
      contact: { name: 'Projectleider', mail: 'lead@regio.example' },
      ...memo,
    },
    madeAt: '2026-02-20T09:00:00.000Z',
    madeBy: 'griffier',
    mails: {},
    lastWrite: 'memo-made',
    ...row,
  };
}

const read = async (row = rowOf()) => readPdf(await memoPdf(row));

describe('the memo as PDF', () => {
  test('says what the memo says, with the letters of Dutch and Frisian and the euro', async () => {
    const { text } = await read();
    for (const said of [
      'Raadsinformatiebrief',
      'Raad De Fryske Marren, Raad Waadhoeke',
      'Visie Súdwest-Fryslân',
      'Fan û, ú, â en ij – € 5,00',
      '20 februari 2026',
      'CONCEPT, nog niet vastgesteld',
      'Wat is voorgesteld',
      'Eerste regel Tweede regel',
      'College Harlingen: aangenomen op 2 februari 2026, kenmerk A.1',
      'verplicht € 1.200,00',
      'Projectleider, lead@regio.example',
      'Versie 2, kenmerk d1.',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('De raden');
    expect((await read(rowOf({}, { approvedBy: 'P. Leider' }))).text).toContain('vastgesteld door P. Leider');
  });

  // Guards: memoPdf.ts: tagged, lang, displayTitle, Title, and each struct.
  test('is tagged, in Dutch, with its title, its headings and lists, and its fonts in it', async () => {
    const { objects } = await read();
    expect(objects).toMatch(/\/Lang \(nl-NL\)/);
    expect(objects).toMatch(/\/Marked true/);
    expect(objects).toMatch(/\/DisplayDocTitle true/);
    const title = /\/Title (\d+) 0 R/.exec(objects)?.[1];
    const written = objects.split(`\n${title} 0 obj\n`)[1]?.split('endobj')[0] ?? '';
    const utf16 = Buffer.from(written.slice(written.indexOf('(') + 3, written.lastIndexOf(')')), 'latin1');
    expect(utf16.swap16().toString('utf16le')).toBe('Raadsinformatiebrief: Visie Súdwest-Fryslân');
    const tags = [
      ...objects.matchAll(/\/Type \/StructElem[\s\S]*?\/S \/(\w+)|\/S \/(H1|H2|P|L|LI|LBody|Document)\b/g),
    ];
    const names = tags.map(([, a, b]) => a ?? b);
    for (const [tag, times] of [
      ['Document', 1],
      ['H1', 1],
      ['H2', 4],
      ['L', 3],
      ['LI', 7],
      ['P', 4],
    ] as const)
      expect([tag, names.filter((name) => name === tag).length]).toEqual([tag, times]);
    expect(objects.match(/\/FontFile2 /g)).toHaveLength(2);
  });

  // Guards: memoPdf.ts: CreationDate.
  test('is the same bytes for the same version, and says when that was made', async () => {
    expect(await memoPdf(rowOf())).toEqual(await memoPdf(rowOf()));
    expect((await read()).objects).toContain('(D:20260220090000Z)');
    expect(await memoPdf(rowOf({}, { approvedBy: 'x' }))).not.toEqual(await memoPdf(rowOf()));
  });

  // Guards: inLatin.ts.
  test('letters that its font lacks lose their mark or stay visible as a gap; none becomes an empty box', async () => {
    const { text } = await read(rowOf({ proposal: 'Zĳ, Erdős, e\u0301e\u0301n, 日, \u0000\t<b>(\\)' }));
    expect(text).toContain('Zij, Erdos, één, ?, ? <b>(\\)');
    expect(text).not.toContain('□');
  });

  test('a long memo goes on on further pages, all of it', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({
      name: `Orgaan ${index}`,
      words: 'aangenomen',
    }));
    const { text, objects } = await read(rowOf({ colleges: lines, proposal: 'Een zin. '.repeat(800) }));
    expect(text).toContain('Orgaan 199: aangenomen');
    expect(text.match(/Een zin\./g)).toHaveLength(800);
    expect((objects.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(4);
  });
});
