import { describe, expect, test } from 'vitest';
import { auditSentence } from '../../functions/domain/log/auditSentence.ts';
import { AUDIT_WORD, isAuditKind } from '../../functions/domain/log/auditWords.ts';
import { logHeader, logLine } from '../../functions/domain/log/logFile.ts';
import { isMeant, momentsOf } from '../../functions/domain/log/logFilter.ts';
import { planNames } from '../../functions/domain/plan/planNames.ts';
import { type AuditEntry, auditEntrySchema } from '../../functions/domain/trajectory.ts';
import { MEMO_PLAN } from './ledger/memoScenario.ts';

const names = planNames(MEMO_PLAN);
const KINDS = auditEntrySchema.shape.what.options;
const R1 = 'process-proposal.r1';
const HARLINGEN = `${R1} GM0072/college`;
const said = (what: AuditEntry['what'], subject: string, details: AuditEntry['details'] = {}) =>
  auditSentence(names, { what, subject, details });

describe('an entry of the log as a sentence', () => {
  test.each([
    [
      'decided',
      HARLINGEN,
      { outcome: 'adopted', on: '2025-12-16', reference: 'O25.002770', note: 'Met dank.' },
      'Procesvoorstel fase 1, ronde 1, College Harlingen: aangenomen op 16 december 2025. Kenmerk: O25.002770. Toelichting: Met dank.',
    ],
    [
      'decided',
      HARLINGEN,
      { outcome: 'noted', on: '2025-12-16', silence: true },
      'Procesvoorstel fase 1, ronde 1, College Harlingen: er kwam geen antwoord binnen de termijn, en dat telt volgens het plan als kennisgenomen.',
    ],
    [
      'deferred',
      HARLINGEN,
      { outcome: 'deferred', on: '2025-12-16', newDate: '2026-01-13' },
      'Procesvoorstel fase 1, ronde 1, College Harlingen: aangehouden op 16 december 2025, tot 13 januari 2026.',
    ],
    [
      'stage-passed',
      R1,
      { stage: 0, verdict: 'agreed' },
      'Procesvoorstel fase 1, ronde 1: stap 1 is afgerond, akkoord.',
    ],
    [
      'revised',
      'process-proposal.r3',
      { after: 'process-proposal.r2', note: 'Begroting aangepast' },
      'Herzien voorstel na Procesvoorstel fase 1, ronde 2: Procesvoorstel fase 1, ronde 3 begint. Toelichting: Begroting aangepast.',
    ],
    [
      'completed',
      'communication-strategy',
      { on: '2026-03-01' },
      'Mijlpaal Communicatiestrategie is afgerond op 1 maart 2026.',
    ],
    [
      'booked',
      'B-1',
      { type: 'allocation', amount: 34_068_800, year: 2025, date: '2025-12-15' },
      'Bijdrage B-1: € 340.688,00 op 15 december 2025, geld van 2025.',
    ],
    ['statement-made', '2026-Q1', { version: 2 }, 'Overzicht van het 1e kwartaal 2026 gemaakt (versie 2).'],
    [
      'role-granted',
      'GM0072/college',
      { role: 'secretary', person: 'a1b2c3' },
      'Rol secretaris van College Harlingen gegeven aan iemand (a1b2c3).',
    ],
    [
      'item-dismissed',
      'f'.repeat(16),
      { source: 'zaken', reason: 'Dubbel' },
      'Een bericht van zaken is afgewezen. Reden: Dubbel.',
    ],
  ] as const)('%s', (what, subject, details, sentence) => {
    expect(said(what, subject, details)).toBe(sentence);
  });

  test.each(KINDS)(
    '%s has a word and a sentence, also without its details and of a plan that was replaced',
    (what) => {
      expect(AUDIT_WORD[what]).toMatch(/^[a-z]/);
      for (const subject of ['', 'gone.r1 GM9999/college', '2026-Q1', '__proto__', 'x'.repeat(400)]) {
        const sentence = said(what, subject);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/undefined|\[object|function/);
      }
    },
  );

  test('no word is a property that every object has', () => {
    expect(said('decided', HARLINGEN, { outcome: 'constructor', on: '2025-12-16' })).toContain(
      'constructor op',
    );
    expect(['constructor', 'toString', '', 'decided'].map(isAuditKind)).toEqual([false, false, false, true]);
  });
});

describe('a choice from the log', () => {
  const entry = { what: 'decided', subject: HARLINGEN } as const;
  test.each([
    [{}, true],
    [{ kind: 'decided' }, true],
    [{ kind: 'deferred' }, false],
    [{ round: R1 }, true],
    [{ round: 'process-proposal.r11' }, false],
    [{ body: 'GM0072/college' }, true],
    [{ body: 'GM0072' }, false],
    [{ round: R1, body: 'GM1900/college' }, false],
  ] as const)('%j', (filter, meant) => {
    expect(isMeant(filter, entry)).toBe(meant);
  });

  test('of days means days in the Netherlands, the last one included', () => {
    expect(momentsOf({ from: '2026-03-29', until: '2026-03-29' })).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      before: '2026-03-29T22:00:00.000Z',
    });
    expect(momentsOf({})).toEqual({});
  });
});

test('a line of the file is no formula, whoever wrote what is in it', () => {
  const entry: AuditEntry = {
    kind: 'audit',
    schemaVersion: 1,
    trajectory: 'visietraject',
    id: 'a'.repeat(16),
    at: '2026-01-05T23:30:00.000Z',
    what: 'item-dismissed',
    subject: '=HYPERLINK("http://x")',
    by: '@SUM(A1)',
    via: '+1',
    details: { reason: '-1;"2"\r\n3', source: '=x' },
  };
  const line = logLine(names, entry, { dutch: true });
  expect(line.startsWith('2026-01-05T23:30:00.000Z;2026-01-06;00:30;bericht afgewezen;')).toBe(true);
  expect(line).toContain(`;'@SUM(A1);'+1;`);
  expect(line).not.toMatch(/(^|;)"?[=+@]/);
  expect(logHeader({ dutch: true }).split(';')).toHaveLength(11);
});
