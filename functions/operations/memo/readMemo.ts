import { ANYBODY } from '../../domain/access/viewer.ts';
import { euros } from '../../domain/ledger/euros.ts';
import { balanceOfMilestone } from '../../domain/ledger/milestoneBalance.ts';
import { milestonesAfter } from '../../domain/mails/planningLines.ts';
import { composeMemo } from '../../domain/memo/composeMemo.ts';
import type { Memo, MemoLine } from '../../domain/memo/memo.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Round } from '../../domain/round/round.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import type { LedgerReading } from '../ledger/ports.ts';
import { missingRound } from '../lookUp.ts';
import { readRound } from '../readRound.ts';
import { readStatusWithRows, type StatusSources } from '../readStatus.ts';

export interface MemoSources extends StatusSources {
  readonly ledger: Pick<LedgerReading, 'head'>;
}

/** The memo as its data are now. Goes to all councils: an answer under embargo is in it as anybody sees it. */
export async function readMemo(sources: MemoSources, trajectory: string, id: string): Promise<Memo> {
  const roundId = parseRoundId(id);
  const [view, { plan, rounds, status }, { milestones }] = await Promise.all([
    readRound(sources, trajectory, id, ANYBODY),
    readStatusWithRows(sources, trajectory, ANYBODY),
    sources.ledger.head(trajectory),
  ]);
  const round = rounds.find(({ family, number }) => family === roundId.family && number === roundId.number);
  if (!view || !round) throw missingRound(plan, roundId);
  const after = new Set(milestonesAfter(plan, round).map((milestone) => milestone.id));
  return composeMemo({
    plan,
    day: status.today,
    title: round.title,
    number: round.number,
    status: round.status,
    verdict: view.round.verdict,
    proposal: view.proposal,
    revision: view.round.revisionNote,
    answers: view.round.requests,
    next: status.milestones
      .filter((milestone) => after.has(milestone.id) && milestone.status !== 'completed')
      .map(({ title, period, forecast }) => ({ title, period, expectedOn: forecast.expectedOn })),
    money: moneyOf(plan, round, milestones),
  });
}

/** Of the milestones that this round decides on; none where nothing was booked for them. */
function moneyOf(
  plan: Plan,
  { stages }: Round,
  counters: Parameters<typeof balanceOfMilestone>[0],
): MemoLine[] {
  return stages.flatMap(({ milestone }) => {
    const { committed, spent } = milestone
      ? balanceOfMilestone(counters, milestone)
      : { committed: 0, spent: 0 };
    if (committed === 0 && spent === 0) return [];
    const name = plan.milestones.find(({ id }) => id === milestone)?.title ?? milestone ?? '';
    return [{ name, words: `verplicht ${euros(committed)}, uitgegeven ${euros(spent)}` }];
  });
}
