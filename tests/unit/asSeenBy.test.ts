import { describe, expect, test } from 'vitest';
import { ANYBODY } from '../../functions/domain/access/viewer.ts';
import type { Round } from '../../functions/domain/round/round.ts';
import { asSeenBy } from '../../functions/domain/seen/asSeenBy.ts';
import { flagsAsSeen } from '../../functions/domain/seen/flagsAsSeen.ts';
import { PLAN } from './embargoWorld.ts';
import { COLLEGES, decidedRow, LATER, requestRow, roundRow } from './exampleRecord.ts';
import { flagOf, milestoneRow } from './portalRecord.ts';

const FAILED = { claimedUntil: LATER, attempts: 2, error: 'geweigerd' };
const passed = (round: Round): Round['stages'] =>
  round.stages.map((stage, index) =>
    index === 0 ? { ...stage, verdict: 'agreed' as const, passedOn: '2026-02-02', passedAt: LATER } : stage,
  );
const ROUND = roundRow();
const ROWS = {
  milestones: [
    milestoneRow('proposal', {
      status: 'completed',
      openedAt: LATER,
      completedOn: '2026-02-02',
      round: 'main.r1',
    }),
    milestoneRow('work', { status: 'open', openedAt: LATER }),
    milestoneRow('prepare', { status: 'completed', completedOn: '2026-01-20' }),
  ],
  rounds: [{ ...ROUND, stage: 1, stages: passed(ROUND), mails: { concluded: FAILED } }],
  requests: [
    decidedRow(COLLEGES[0], {
      embargo: '2026-02-20',
      mails: { asked: FAILED, 'decided-dddddddddddd': FAILED },
    }),
    decidedRow(COLLEGES[1]),
    requestRow('rac'),
  ],
};
const seen = (day = '2026-02-10') => asSeenBy(ANYBODY, PLAN, ROWS, day);

describe('rows as anybody sees them while an answer is under embargo', () => {
  // Guards: hiddenMilestones.ts: `later.has(row.id)` and the open row of what was completed.
  test('have no milestone that began by it, and the one it completed is still open', () => {
    expect(seen().milestones).toEqual([
      expect.objectContaining({ id: 'proposal', status: 'open' }),
      expect.objectContaining({ id: 'prepare', status: 'completed' }),
    ]);
    expect(seen().milestones[0]).not.toHaveProperty('completedOn');
  });

  // Guards: unweighed.ts: `mails: {}`; answerGiven.ts: isAskedKey.
  test('have no mail that tells how it ended, or of which the key holds a part of an id', () => {
    expect(seen().rounds[0]?.mails).toEqual({});
    expect(seen().requests[0]?.mails).toEqual({ asked: FAILED });
  });

  test('are the rows themselves on its day', () => {
    expect(seen('2026-02-20')).toMatchObject(ROWS);
    expect(seen('2026-02-20').rounds[0]).toBe(ROWS.rounds[0]);
  });

  // Guards: flagsAsSeen.ts: each line.
  test.each([
    [`main.r1 ${COLLEGES[0]}`, 'overdue', false],
    ['main.r1 rac', 'approaching', false],
    [`main.r1 ${COLLEGES[1]}`, 'late-correction', false],
    ['main.r1', 'stuck', false],
    ['noted', 'overdue', false],
    ['work', 'overdue', false],
    ['proposal', 'overdue', false],
    [`main.r1 ${COLLEGES[1]}`, 'overdue', true],
    ['prepare', 'at-risk', true],
    ['voorbeeld', 'watch-failed', true],
  ] as const)('of the flags, the one about %s (%s) is shown: %s', (subject, flag, isShown) => {
    expect(flagsAsSeen(seen().hidden, [flagOf({ subject, flag })])).toHaveLength(isShown ? 1 : 0);
  });
});
