import { randomBytes } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { planHash } from '../../domain/plan/planHash.ts';
import { type Round, SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { checkPlan, put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

type Writes = Pick<
  RecordStore,
  | 'startTrajectory'
  | 'openMilestone'
  | 'completeMilestone'
  | 'writeRevision'
  | 'writeMailPause'
  | 'writePublication'
  | 'markWatched'
  | 'restTrajectory'
>;

export function recordWrites(table: Table): Writes {
  return {
    startTrajectory: (trajectory, plan, audit) =>
      table.transact([
        put(table, keys.trajectoryKey(trajectory.id), {
          ...trajectory,
          agendaKey: trajectory.agendaKey ?? randomBytes(32).toString('base64url'),
          openIn: keys.activeTrajectoriesOf(trajectory.clock),
        }),
        put(table, keys.planKey(trajectory.id, planHash(plan)), {
          kind: 'plan',
          schemaVersion: SCHEMA_VERSION,
          hash: planHash(plan),
          plan: JSON.stringify(plan),
        }),
        putAudit(table, audit),
      ]),
    openMilestone: (row, round, audit, hash) =>
      table.transact([
        checkPlan(table, row.trajectory, hash),
        put(table, keys.milestoneKey(row.trajectory, row.id), row),
        ...(round ? [putRound(table, round)] : []),
        ...audit.map((entry) => putAudit(table, entry)),
      ]),
    completeMilestone: (row, audit) => {
      const { openedAt: _kept, kind, schemaVersion, trajectory, id, ...changed } = row;
      const key = keys.milestoneKey(trajectory, id);
      const update = setting(
        { kind, schemaVersion, trajectory, id, ...changed },
        'attribute_not_exists(pk) OR #status = :open',
        { ':open': 'open' },
      );
      return audit
        ? table.transact([transactUpdate(table, key, update), putAudit(table, audit)])
        : table.update({ key, ...update });
    },
    writeRevision: (divided, next, audit, hash) =>
      table.transact([
        checkPlan(table, divided.trajectory, hash),
        transactUpdate(
          table,
          keys.roundKey(divided.trajectory, divided),
          setting(
            { revisedAt: next.openedAt, lastWrite: 'revised' },
            '#status = :seen AND attribute_not_exists(#revisedAt)',
            { ':seen': divided.status },
          ),
        ),
        putRound(table, next),
        putAudit(table, audit),
      ]),
    writePublication: (trajectory, at, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.trajectoryKey(trajectory),
          at
            ? setting(
                { publishedAt: at, lastWrite: 'published' },
                'attribute_exists(#kind) AND attribute_not_exists(#publishedAt)',
                {},
              )
            : setting({ lastWrite: 'unpublished' }, 'attribute_exists(#publishedAt)', {}, ['publishedAt']),
        ),
        putAudit(table, audit),
      ]),
    writeMailPause: (trajectory, at, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.trajectoryKey(trajectory),
          at
            ? setting(
                { mailsPausedAt: at, lastWrite: 'mails-paused' },
                'attribute_not_exists(#mailsPausedAt)',
                {},
              )
            : setting({ lastWrite: 'mails-resumed' }, 'attribute_exists(#mailsPausedAt)', {}, [
                'mailsPausedAt',
              ]),
        ),
        putAudit(table, audit),
      ]),
    markWatched: (trajectory, day) =>
      table.update({
        key: keys.trajectoryKey(trajectory),
        UpdateExpression: 'SET watchedUntil = :day, lastWrite = :watched',
        ConditionExpression: 'attribute_not_exists(watchedUntil) OR watchedUntil < :day',
        values: { ':day': day, ':watched': 'watched' },
      }),
    restTrajectory: ({ id, clock, planVersion }) =>
      table.update({
        key: keys.trajectoryKey(id),
        ...setting(
          { openIn: keys.finishedTrajectoriesOf(clock), lastWrite: 'finished' },
          '#planVersion = :seen AND #openIn = :active',
          { ':seen': planVersion, ':active': keys.activeTrajectoriesOf(clock) },
        ),
      }),
  };
}

function putRound(table: Table, round: Round): TransactWriteItem {
  return put(table, keys.roundKey(round.trajectory, round), {
    ...round,
    openIn: keys.openRoundsOf(round.trajectory),
  });
}
