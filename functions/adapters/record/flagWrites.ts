import type { Flag } from '../../domain/trajectory.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

type FlagWrites = Pick<RecordStore, 'raiseFlag' | 'rewordFlag' | 'resolveFlag'>;

/** What a person must look at: raised once, its sentence kept true, resolved when its cause is gone. */
export function recordFlagWrites(table: Table): FlagWrites {
  return {
    raiseFlag: (flag, audit) =>
      table.transact([
        put(
          table,
          keyOf(flag),
          { ...flag, openIn: keys.openFlagsOf(flag.trajectory) },
          'attribute_not_exists(pk) OR attribute_exists(resolvedAt)',
        ),
        ...(audit ? [putAudit(table, audit)] : []),
      ]),
    rewordFlag: (flag, audit) =>
      table.transact([
        transactUpdate(
          table,
          keyOf(flag),
          setting(
            { reason: flag.reason, todo: flag.todo, date: flag.date, amount: flag.amount },
            'attribute_exists(pk) AND attribute_not_exists(#resolvedAt) AND #reason <> :reason',
            { ':reason': flag.reason },
          ),
        ),
        ...(audit ? [putAudit(table, audit)] : []),
      ]),
    resolveFlag: (flag, at) =>
      table.update({
        key: keyOf(flag),
        UpdateExpression: 'SET resolvedAt = :at REMOVE openIn',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(resolvedAt)',
        values: { ':at': at },
      }),
  };
}

function keyOf({ trajectory, flag, subject }: Flag): keys.Key {
  return keys.flagKey(trajectory, flag, subject);
}
