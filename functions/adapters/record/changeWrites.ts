import { isWeighed } from '../../domain/decision/correct.ts';
import type { DecisionRequest } from '../../domain/round/round.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import { updateRound } from './roundWrites.ts';
import type { Table } from './table.ts';

type ChangeWrites = Pick<RecordStore, 'writeCorrection' | 'writeWithdrawal' | 'closeRequest'>;

/** What a person changes in a round that runs: a wrong entry, or the round itself. */
export function recordChangeWrites(table: Table): ChangeWrites {
  const keyOf = (request: DecisionRequest) =>
    keys.requestKey(request.trajectory, request.round, request.body);
  return {
    writeCorrection: (request, before, round, audit) => {
      const { outcome, decidedOn, recordedAt, decisionId, by, via, reference, note, embargo } = request;
      const { corrections, lastWrite } = request;
      const changed = {
        outcome,
        decidedOn,
        recordedAt,
        decisionId,
        by,
        via,
        reference,
        note,
        embargo,
        corrections,
        lastWrite,
      };
      const gone = [
        ...(reference ? [] : ['reference']),
        ...(note ? [] : ['note']),
        ...(embargo ? [] : ['embargo']),
      ];
      return table.transact([
        transactUpdate(
          table,
          keyOf(request),
          setting(
            changed,
            '#status = :decided AND #decisionId = :was',
            { ':decided': 'decided', ':was': before.decisionId },
            gone,
          ),
        ),
        // The round's counter makes a weighing that has read the old entry fail. What was weighed stays what it is.
        ...(isWeighed(round, request)
          ? []
          : [
              updateRound(
                table,
                round,
                { corrections: (round.corrections ?? 0) + 1, lastWrite: 'answer-corrected' },
                '#status = :open AND #stage <= :stage AND (attribute_not_exists(#corrections) OR #corrections = :seen)',
                { ':open': 'open', ':stage': request.stage, ':seen': round.corrections ?? 0 },
              ),
            ]),
        putAudit(table, audit),
      ]);
    },
    writeWithdrawal: (round, reason, at, audit, byPlan) =>
      table.transact([
        updateRound(
          table,
          round,
          {
            status: 'withdrawn',
            withdrawnBecause: reason,
            withdrawnByPlan: byPlan,
            closedAt: at,
            lastWrite: 'withdrawn',
          },
          '#status = :seen AND attribute_not_exists(#revisedAt)',
          { ':seen': round.status },
        ),
        putAudit(table, audit),
      ]),
    closeRequest: (request) =>
      table.update({
        key: keyOf(request),
        ...setting({ status: 'closed', lastWrite: 'closed' }, '#status = :open', { ':open': 'open' }),
      }),
  };
}
