import { type Plan, planSchema } from '../../domain/plan/schema.ts';
import { replanningSchema } from '../../domain/replan/replanning.ts';
import { requestSchema, roundSchema } from '../../domain/round/round.ts';
import {
  auditEntrySchema,
  flagSchema,
  milestoneRowSchema,
  planRowSchema,
  trajectorySchema,
} from '../../domain/trajectory.ts';
import type { RecordStore } from '../../operations/ports.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Table } from './table.ts';
import { OPEN_INDEX } from './tableShape.ts';

type Reads = Pick<
  RecordStore,
  | 'trajectory'
  | 'plan'
  | 'milestones'
  | 'milestone'
  | 'round'
  | 'rounds'
  | 'request'
  | 'requestsOfRound'
  | 'requests'
  | 'replannings'
  | 'replanning'
  | 'flags'
  | 'openFlags'
  | 'audit'
  | 'auditPage'
  | 'activeTrajectories'
  | 'allTrajectories'
  | 'openRounds'
>;

export function recordReads(table: Table): Reads {
  // A plan never changes under its hash: a warm function reads it once.
  const plans = new Map<string, Plan>();
  const queryAll = (trajectory: string, prefix: string) =>
    table.query(keys.trajectoryKey(trajectory).pk, prefix);
  const fromIndex = (value: string) => table.queryIndex(OPEN_INDEX.name, OPEN_INDEX.partitionKey, value);
  const trajectoriesIn = async (value: string) =>
    (await fromIndex(value)).map(({ pk }) => keys.trajectoryOfPartition(pk)).sort();
  return {
    trajectory: async (id) => parseOptionalRow(trajectorySchema, await table.get(keys.trajectoryKey(id))),
    plan: async ({ id, planHash }) => {
      const known = plans.get(planHash);
      if (known) return known;
      const row = parseOptionalRow(planRowSchema, await table.get(keys.planKey(id, planHash)));
      if (!row) throw new RangeError(`trajectory ${id} has no plan ${planHash}`);
      const plan = planSchema.parse(JSON.parse(row.plan));
      plans.set(planHash, plan);
      return plan;
    },
    milestones: async (trajectory) =>
      (await queryAll(trajectory, 'MILESTONE#')).map((row) => parseRow(milestoneRowSchema, row)),
    milestone: async (trajectory, id) =>
      parseOptionalRow(milestoneRowSchema, await table.get(keys.milestoneKey(trajectory, id))),
    round: async (trajectory, round) =>
      parseOptionalRow(roundSchema, await table.get(keys.roundKey(trajectory, round))),
    rounds: async (trajectory) =>
      (await queryAll(trajectory, 'ROUND#')).map((row) => parseRow(roundSchema, row)),
    request: async (trajectory, round, body) =>
      parseOptionalRow(requestSchema, await table.get(keys.requestKey(trajectory, round, body))),
    requestsOfRound: async (trajectory, round) =>
      (await queryAll(trajectory, keys.requestsOfRound(round))).map((row) => parseRow(requestSchema, row)),
    requests: async (trajectory) =>
      (await queryAll(trajectory, 'REQUEST#')).map((row) => parseRow(requestSchema, row)),
    replannings: async (trajectory) =>
      (await queryAll(trajectory, 'REPLAN#')).map((row) => parseRow(replanningSchema, row)),
    replanning: async (trajectory, version) =>
      parseOptionalRow(replanningSchema, await table.get(keys.replanningKey(trajectory, version))),
    flags: async (trajectory) =>
      (await queryAll(trajectory, 'FLAG#')).map((row) => parseRow(flagSchema, row)),
    openFlags: async (trajectory) => {
      const found = await fromIndex(keys.openFlagsOf(trajectory));
      const rows = await Promise.all(found.map((key) => table.get(key)));
      return rows
        .flatMap((row) => (row ? [parseRow(flagSchema, row)] : []))
        .filter((flag) => !flag.resolvedAt);
    },
    audit: async (trajectory) =>
      (await table.query(keys.auditPartition(trajectory))).map((row) => parseRow(auditEntrySchema, row)),
    auditPage: async (trajectory, { from, before, after, most }) => {
      const first = from ?? keys.BEFORE_ALL_MOMENTS;
      // A key is a moment and more: of the moment itself none is up to it.
      const last = before ?? keys.AFTER_ALL_MOMENTS;
      const read = after && keys.auditKey(trajectory, after.at, after.id).sk;
      // The table refuses ends that have changed places, and a place outside of them.
      if (first >= last || (read !== undefined && read < first)) return { entries: [], more: false };
      const { rows, more } = await table.queryBack({
        pk: keys.auditPartition(trajectory),
        from: first,
        until: last,
        after: read !== undefined && read > last ? undefined : read,
        most,
      });
      return { entries: rows.map((row) => parseRow(auditEntrySchema, row)), more };
    },
    activeTrajectories: (clock) => trajectoriesIn(keys.activeTrajectoriesOf(clock)),
    allTrajectories: async (clock) =>
      (
        await Promise.all(
          [keys.activeTrajectoriesOf(clock), keys.finishedTrajectoriesOf(clock)].map(trajectoriesIn),
        )
      )
        .flat()
        .sort(),
    openRounds: async (trajectory) =>
      (await fromIndex(keys.openRoundsOf(trajectory))).map(({ sk }) => keys.roundOfSortKey(sk)),
  };
}
