import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../functions/domain/history/entry.ts';
import { type Replayed, replay } from '../../functions/domain/history/replay.ts';
import { owedMails } from '../../functions/domain/mails/owedMails.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { formatRoundId } from '../../functions/domain/roundId.ts';
import { COLLEGES, COUNCILS, examplePlan } from './exampleRecord.ts';

const JOINED = '2026-06-01T09:00:00.000Z';
const DONE: HistoryEntry = { what: 'complete', milestone: 'prepare', on: '2026-01-20', line: 2 };

function decide(body: string, on: string, outcome = 'adopted', line = 3, round = 'main.r1'): HistoryEntry {
  return { what: 'decide', round, body, outcome, on, line } as HistoryEntry;
}

/** Two rounds: deferred and then rejected by one college, revised, and adopted by everybody. */
const TWO_ROUNDS: HistoryEntry[] = [
  DONE,
  decide(COLLEGES[0], '2026-01-27'),
  { ...decide(COLLEGES[1], '2026-01-28', 'deferred'), newDate: '2026-02-10' } as HistoryEntry,
  decide(COLLEGES[1], '2026-02-10', 'rejected'),
  { what: 'revise', round: 'main.r1', note: 'Bijlage 2 aangepast', on: '2026-02-20', line: 6 },
  ...COLLEGES.map((body) => decide(body, '2026-03-03', 'adopted', 7, 'main.r2')),
  decide('rac', '2026-03-10', 'noted', 8, 'main.r2'),
  ...COUNCILS.map((body) => decide(body, '2026-04-14', 'adopted', 9, 'main.r2')),
];

function replayed(entries: readonly HistoryEntry[], plan = examplePlan(), at = JOINED): Replayed {
  const result = replay(plan, plan.id, entries, at);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.replayed;
}
function mistakes(entries: readonly HistoryEntry[], at = JOINED) {
  const result = replay(examplePlan(), 'voorbeeld', entries, at);
  return 'mistakes' in result ? result.mistakes : [];
}

describe('the start of the memo', () => {
  const text = readFileSync(new URL('../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8');
  const read = readPlan(text);
  if ('mistakes' in read) throw new Error('the plan of the memo is valid');
  const entry = decide('GM1900/college', '2025-12-16', 'adopted', 2, 'process-proposal.r1');
  const past = replayed(
    [{ ...entry, reference: 'O25.002770' } as HistoryEntry],
    read.plan,
    '2026-01-05T09:00:00.000Z',
  );

  test('Súdwest-Fryslân has adopted, on its own date; the three others are still to be asked', () => {
    expect(past.requests).toMatchObject([
      {
        body: 'GM1900/college',
        status: 'decided',
        outcome: 'adopted',
        decidedOn: '2025-12-16',
        reference: 'O25.002770',
        via: 'history',
      },
    ]);
    expect(past.rounds.map(formatRoundId)).toEqual(['process-proposal.r1']);
    expect(past.rounds[0]).toMatchObject({ status: 'open', stage: 0, startedEpoch: 0 });
  });

  test('they are asked at the moment of joining, not in the past', () => {
    expect(past.rounds[0]).toMatchObject({
      askAt: '2026-01-05T09:00:00.000Z',
      openedAt: '2025-12-16T11:00:00.000Z',
    });
  });

  test('its milestone is open, and nothing that waits for it', () => {
    expect(past.milestones.map(({ id, status }) => [id, status])).toEqual([['process-proposal', 'open']]);
  });
});

describe('two whole rounds with a deferral and a rework', () => {
  const past = replayed(TWO_ROUNDS);

  test('leave a divided round that was revised, and a concluded one', () => {
    expect(past.rounds).toMatchObject([
      {
        number: 1,
        status: 'handed-over',
        verdict: 'divided',
        stage: 0,
        revisedAt: '2026-02-20T11:00:00.000Z',
      },
      { number: 2, status: 'concluded', verdict: 'agreed', stage: 2, revisionNote: 'Bijlage 2 aangepast' },
    ]);
  });

  test('leave every answer with its own date, and the deferral before it', () => {
    expect(past.requests).toHaveLength(7);
    expect(past.requests[1]).toMatchObject({
      outcome: 'rejected',
      decidedOn: '2026-02-10',
      deferrals: [{ decidedOn: '2026-01-28', newDate: '2026-02-10' }],
    });
  });

  test('complete the milestones on the days of the last answers, and open what waited', () => {
    expect(past.milestones.map(({ id, status, completedOn }) => [id, status, completedOn])).toEqual([
      ['prepare', 'completed', '2026-01-20'],
      ['proposal', 'completed', '2026-03-03'],
      ['noted', 'completed', '2026-03-10'],
      ['consult', 'open', undefined],
      ['adopted', 'completed', '2026-04-14'],
    ]);
  });

  test('are in the log in order, each event at noon of its day', () => {
    expect(past.audit.map(({ what, at }) => [what, at.slice(0, 13)])).toEqual([
      ['milestone-opened', '2026-01-20T11'],
      ['completed', '2026-01-20T11'],
      ['round-opened', '2026-01-27T11'],
      ['decided', '2026-01-27T11'],
      ['deferred', '2026-01-28T11'],
      ['decided', '2026-02-10T11'],
      ['round-divided', '2026-02-10T11'],
      ['revised', '2026-02-20T11'],
      ...Array(2).fill(['decided', '2026-03-03T11']),
      ['stage-passed', '2026-03-03T11'],
      ['decided', '2026-03-10T11'],
      ['stage-passed', '2026-03-10T11'],
      // Summer time: noon is ten o'clock in UTC; the second quarter has begun.
      ['milestone-opened', '2026-04-14T10'],
      ...Array(2).fill(['decided', '2026-04-14T10']),
      ['round-concluded', '2026-04-14T10'],
    ]);
  });

  // The guard is tellNobody in Past.rows.
  test('owe nobody a mail', () => {
    for (const round of past.rounds) {
      const ofRound = past.requests.filter((request) => request.round === formatRoundId(round));
      expect(owedMails(round, ofRound)).toEqual([]);
    }
  });

  test('may stand in the file in any order of days', () => {
    expect(
      replayed([...TWO_ROUNDS].reverse().map((entry, line) => ({ ...entry, line: line + 2 }))),
    ).toMatchObject({
      rounds: [{ status: 'handed-over' }, { status: 'concluded' }],
    });
  });
});

describe('what cannot have happened', () => {
  test('is told all at once, by line, with what to do; then there are no rows', () => {
    const wrong: HistoryEntry[] = [
      { what: 'complete', milestone: 'onbekend', on: '2026-01-06', line: 9 },
      { what: 'complete', milestone: 'proposal', on: '2026-01-06', line: 8 },
      decide(COLLEGES[0], '2026-01-06', 'adopted', 3),
      { ...DONE, line: 4 },
      { ...DONE, line: 5 },
      decide('GM0009/college', '2026-01-27', 'adopted', 6),
      decide(COLLEGES[0], '2027-01-01', 'adopted', 7),
      decide('rac', '2026-01-27', 'adopted', 10),
      decide(COLLEGES[0], '2026-01-27', 'adopted', 11),
      decide(COLLEGES[0], '2026-01-28', 'rejected', 12),
      { what: 'revise', round: 'main.r1', note: 'x', on: '2026-01-29', line: 13 },
      decide(COLLEGES[1], '2026-01-29', 'deferred', 14),
    ];
    const found = mistakes(wrong);
    expect(found.map(({ line }) => line)).toEqual([3, 5, 6, 7, 8, 9, 10, 12, 13, 14]);
    expect(found.map(({ problem }) => problem)).toEqual([
      'ronde main.r1 liep op 2026-01-06 nog niet; zet eerst wat eraan voorafging in het bestand',
      'mijlpaal prepare staat al eerder als afgerond',
      expect.stringContaining('GM0009/college hoort niet bij ronde main.r1'),
      'de datum 2027-01-01 ligt na het moment van instappen',
      'mijlpaal proposal wordt door de organen afgerond; zet hun antwoorden in het bestand',
      'het plan kent geen mijlpaal "onbekend"',
      expect.stringContaining('mogelijk is: noted, deferred'),
      expect.stringContaining('al geantwoord (aangenomen op 2026-01-27)'),
      'ronde main.r1 was op 2026-01-29 niet verdeeld, of al herzien',
      expect.stringContaining('hoort de nieuwe datum'),
    ]);
  });

  test('a milestone before what it waits for', () => {
    const plan = examplePlan(['period: 2026-Q2..2026-Q3}', 'period: 2026-Q1..2026-Q3, waitsFor: [prepare]}']);
    const result = replay(
      plan,
      plan.id,
      [{ what: 'complete', milestone: 'consult', on: '2026-01-09', line: 2 }],
      JOINED,
    );
    expect(result).toEqual({
      mistakes: [{ line: 2, problem: 'mijlpaal consult wachtte op 2026-01-09 nog op prepare' }],
    });
  });

  test('the same line twice is one event, as it would be live', () => {
    const twice = [DONE, decide(COLLEGES[0], '2026-01-27'), decide(COLLEGES[0], '2026-01-27')];
    expect(replayed(twice).audit.filter(({ what }) => what === 'decided')).toHaveLength(1);
  });

  test('silence does not pass a stage: a noting body that said nothing is asked at joining', () => {
    const past = replayed([DONE, ...COLLEGES.map((body) => decide(body, '2026-01-27'))]);
    expect(past.rounds[0]).toMatchObject({ status: 'open', stage: 1, askAt: JOINED });
  });
});
