import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { dayOf } from '../../domain/calendar/days.ts';
import { planHash } from '../../domain/plan/planHash.ts';
import type { AsSeen } from '../../domain/replan/asSeen.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { check, put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

type ReplanWrites = Pick<RecordStore, 'stagePlan' | 'writeReplanning' | 'withdrawMilestone' | 'markTold'>;

export function recordReplanWrites(table: Table): ReplanWrites {
  return {
    stagePlan: async (trajectory, plan) => {
      const hash = planHash(plan);
      const row = { kind: 'plan', schemaVersion: SCHEMA_VERSION, hash, plan: JSON.stringify(plan) };
      // It is there already when it was staged before: the same hash is the same plan.
      await table.transact([put(table, keys.planKey(trajectory, hash), row)]);
    },
    writeReplanning: (seen, title, replanning, asSeen, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.trajectoryKey(seen.id),
          setting(
            {
              title,
              planHash: replanning.planHash,
              planVersion: replanning.version,
              replannedAt: replanning.at,
              // One that was finished is watched again, from this day on: it missed nothing while it rested.
              openIn: keys.activeTrajectoriesOf(seen.clock),
              ...(seen.openIn === keys.finishedTrajectoriesOf(seen.clock) && {
                watchedUntil: dayOf(replanning.at),
              }),
              lastWrite: 'replanned',
            },
            '#planVersion = :seen',
            { ':seen': seen.planVersion },
          ),
        ),
        put(table, keys.replanningKey(seen.id, replanning.version), replanning),
        ...unchanged(table, seen.id, asSeen),
        putAudit(table, audit),
      ]),
    withdrawMilestone: (row, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.milestoneKey(row.trajectory, row.id),
          setting({ status: 'withdrawn', lastWrite: 'milestone-withdrawn' }, '#status = :open', {
            ':open': 'open',
          }),
        ),
        putAudit(table, audit),
      ]),
    markTold: ({ trajectory, version }, at) =>
      table.update({
        key: keys.replanningKey(trajectory, version),
        ...setting(
          { toldAt: at, lastWrite: 'told' },
          'attribute_exists(pk) AND attribute_not_exists(#toldAt)',
          {},
        ),
      }),
  };
}

function unchanged(
  table: Table,
  trajectory: string,
  { rounds, milestones, requests }: AsSeen,
): TransactWriteItem[] {
  return [
    ...rounds.map(({ id, seen }) => {
      const key = keys.roundKey(trajectory, id);
      if (!seen) return check(table, key, 'attribute_not_exists(pk)', {});
      const revised = seen.revisedAt ? '#revisedAt = :revisedAt' : 'attribute_not_exists(#revisedAt)';
      return check(table, key, `#status = :status AND #stage = :stage AND ${revised}`, {
        ':status': seen.status,
        ':stage': seen.stage,
        ...(seen.revisedAt && { ':revisedAt': seen.revisedAt }),
      });
    }),
    ...milestones.map(({ id, seen }) => {
      const key = keys.milestoneKey(trajectory, id);
      return seen
        ? check(table, key, '#status = :status', { ':status': seen.status })
        : check(table, key, 'attribute_not_exists(pk)', {});
    }),
    ...requests.map(({ round, body, seen }) => {
      const key = keys.requestKey(trajectory, round, body);
      if (!seen) return check(table, key, 'attribute_not_exists(pk)', {});
      return check(table, key, '#status = :status AND size(#deferrals) = :deferrals', {
        ':status': seen.status,
        ':deferrals': seen.deferrals.length,
      });
    }),
  ];
}
