import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Counters } from '../../domain/ledger/balances.ts';
import { movesOf } from '../../domain/ledger/balances.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { Booking, LedgerStore } from '../../operations/ledger/ports.ts';
import { put, putAudit } from './expressions.ts';
import type { Key } from './keys.ts';
import * as keys from './ledgerKeys.ts';
import { attributes, type Row, type Table } from './table.ts';

type LedgerWrites = Pick<LedgerStore, 'book'>;

export function ledgerWrites(table: Table): LedgerWrites {
  return {
    book: (booking) => table.transact(itemsOf(table, booking)),
  };
}

function itemsOf(
  table: Table,
  { entry, audit, imports, free, mayOverdraw, tallies }: Booking,
): TransactWriteItem[] {
  const { trajectory, reference } = entry;
  const moves = movesOf(entry);
  const conditions = [
    // An import that was switched since may hold this reference, or have moved what it goes against.
    imports === 0 ? 'attribute_not_exists(#imports)' : '#imports = :imports',
    ...(free < 0 && !mayOverdraw ? ['#free >= :needed'] : []),
  ];
  return [
    adding(
      table,
      keys.headKey(trajectory),
      'ledger-head',
      { ...moves.counters, free, version: 1 },
      conditions,
      {
        ':imports': imports,
        ':needed': -free,
      },
    ),
    ...milestoneItem(table, trajectory, moves.milestones),
    put(table, keys.entryKey(trajectory, reference), entry),
    ...tallies.map(({ kind, reference: of, move, imported }) => {
      const needed = -move - imported;
      // Absent it is nothing: enough where nothing is needed.
      const enough =
        needed <= 0 ? ['(attribute_not_exists(#cents) OR #cents >= :needed)'] : ['#cents >= :needed'];
      return adding(
        table,
        keys.tallyKey(trajectory, kind, of),
        'tally',
        { cents: move },
        enough,
        { ':needed': needed },
        { of: kind, reference: of },
      );
    }),
    putAudit(table, audit),
  ];
}

function milestoneItem(table: Table, trajectory: string, milestones: Counters): TransactWriteItem[] {
  return Object.keys(milestones).length === 0
    ? []
    : [adding(table, keys.milestonesKey(trajectory), 'ledger-milestones', milestones, [], {})];
}

/** Adds to numbers of a row, which is there afterwards whether or not it was before. */
function adding(
  table: Table,
  key: Key,
  kind: string,
  numbers: Counters,
  conditions: readonly string[],
  values: Row,
  fixed: Row = {},
): TransactWriteItem {
  const added = Object.entries(numbers).filter(([, by]) => by !== 0);
  const set = Object.entries({ kind, schemaVersion: SCHEMA_VERSION, ...fixed });
  const condition = conditions.join(' AND ');
  const named = condition.match(/#\w+/g)?.map((alias) => alias.slice(1)) ?? [];
  const needed = condition.match(/:\w+/g) ?? [];
  const names: Record<string, string> = {};
  added.forEach(([name], index) => {
    names[`#n${index}`] = name;
  });
  set.forEach(([name]) => {
    names[`#s_${name}`] = name;
  });
  for (const name of named) names[`#${name}`] = name;
  return {
    Update: {
      TableName: table.name,
      Key: attributes({ ...key }),
      UpdateExpression: [
        `SET ${set.map(([name]) => `#s_${name} = :s_${name}`).join(', ')}`,
        ...(added.length > 0
          ? [`ADD ${added.map((_each, index) => `#n${index} :n${index}`).join(', ')}`]
          : []),
      ].join(' '),
      ...(condition && { ConditionExpression: condition }),
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: attributes({
        ...Object.fromEntries(added.map(([, by], index) => [`:n${index}`, by])),
        ...Object.fromEntries(set.map(([name, value]) => [`:s_${name}`, value])),
        ...Object.fromEntries(needed.map((name) => [name, values[name]])),
      }),
    },
  };
}
