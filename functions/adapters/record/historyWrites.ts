import type { RecordStore } from '../../operations/ports.ts';
import * as keys from './keys.ts';
import type { Row, Table } from './table.ts';

/** No consumer of the stream follows this: nothing starts before the trajectory itself is there. */
const STAGED = { lastWrite: 'staged' };

/**
 * The past of a trajectory may be larger than one transaction (100 items). It is laid down row by row under a
 * trajectory that has no row of its own yet, which is what every reader starts from.
 */
export function recordHistoryWrites(table: Table): Pick<RecordStore, 'stageHistory'> {
  return {
    stageHistory: async (trajectory, past) => {
      const rows: (keys.Key & Row)[] = [
        ...past.milestones.map((row) => ({ ...keys.milestoneKey(trajectory, row.id), ...row, ...STAGED })),
        ...past.rounds.map((row) => {
          const owed = row.status === 'open' || (row.status === 'handed-over' && !row.revisedAt);
          return {
            ...keys.roundKey(trajectory, row),
            ...row,
            ...STAGED,
            ...(owed && { openIn: keys.openRoundsOf(trajectory) }),
          };
        }),
        ...past.requests.map((row) => ({
          ...keys.requestKey(trajectory, row.round, row.body),
          ...row,
          ...STAGED,
        })),
        ...past.audit.map((row) => ({ ...keys.auditKey(trajectory, row.at, row.id), ...row })),
      ];
      const wanted = new Set(rows.map(({ pk, sk }) => `${pk} ${sk}`));
      // The log first: a start writes its entry with the trajectory's row, so that what was in the log before that row
      // was looked for, and not found, is a leftover and not another start's first entry.
      const log = await table.query(keys.auditPartition(trajectory));
      const there = [...(await table.query(keys.trajectoryKey(trajectory).pk)), ...log];
      // Somebody started it meanwhile: what is there is no leftover, and the start that follows is refused.
      if (there.some(({ sk }) => sk === keys.trajectoryKey(trajectory).sk)) return;
      const left = there.filter(({ pk, sk }) => !wanted.has(`${pk} ${sk}`));
      await table.replace(
        left.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
        rows,
      );
    },
  };
}
