import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { Refusal } from '../../domain/refusal.ts';
import { knownPlan } from '../lookUp.ts';
import { type MemoDependencies, makeMemo } from './makeMemo.ts';

/**
 * Lets a memo go to the clerks of the councils, this version and no other: when its data have changed since, a new one is
 * made to be looked at, and this refuses with MEMO_CHANGED. Again: no change. Refuses UNKNOWN_MEMO, UNKNOWN_TRAJECTORY.
 */
export async function approveMemo(
  deps: MemoDependencies,
  trajectory: string,
  round: string,
  version: number,
  at: string,
  by: RecordedBy,
): Promise<{ readonly row: MemoRow; readonly changed: boolean }> {
  await knownPlan(deps.store, trajectory);
  const last = await deps.memos.lastMemo(trajectory, round);
  if (!last || version > last.version)
    throw new Refusal(
      'UNKNOWN_MEMO',
      `Er is geen versie ${version} van de raadsinformatiebrief van ronde ${round}; maak haar met: besluitketen memo make ${trajectory} ${round}.`,
    );
  if (last.version === version && last.approvedAt) return { row: last, changed: false };
  const { row: now } = await makeMemo(deps, trajectory, round, at, by);
  if (now.version !== version)
    throw new Refusal(
      'MEMO_CHANGED',
      `De gegevens van ronde ${round} zijn veranderd sinds versie ${version}, dus die is niet goedgekeurd. Bekijk versie ${now.version} en keur haar goed.`,
    );
  const details = { version, digest: now.digest };
  const audit = auditEntry({ trajectory, at, what: 'memo-approved', subject: round, ...by, details });
  if (await deps.memos.approveMemo(now, by.by, at, audit))
    return { row: { ...now, approvedAt: at, approvedBy: by.by }, changed: true };
  // Another approved it at the same moment.
  return approveMemo(deps, trajectory, round, version, at, by);
}
