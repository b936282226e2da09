import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Counters } from '../../domain/ledger/balances.ts';
import { ledgerMilestonesSchema } from '../../domain/ledger/ledgerRows.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { LedgerStore } from '../../operations/ledger/ports.ts';
import { put, putAudit } from './expressions.ts';
import type { Key } from './keys.ts';
import * as keys from './ledgerKeys.ts';
import { parseOptionalRow } from './rows.ts';
import { attributes, type Row, type Table } from './table.ts';

/** Rows that are sent together; 25 a batch, so that memory stays flat and the wire full. */
const SLICE = 2_500;

export function ledgerImportWrites(table: Table): Pick<LedgerStore, 'stageImport' | 'switchImport'> {
  return {
    stageImport: async (trajectory, importId, entries, tallies) => {
      // In slices: a large import is never in memory twice.
      const rows: Row[] = [];
      const flush = async () => table.replace([], rows.splice(0));
      for (const entry of entries) {
        rows.push({ ...keys.entryKey(trajectory, entry.reference, importId), ...entry, import: importId });
        if (rows.length >= SLICE) await flush();
      }
      for (const { kind, reference, cents } of tallies) {
        const tally = {
          kind: 'tally',
          schemaVersion: SCHEMA_VERSION,
          of: kind,
          reference,
          cents,
          import: importId,
        };
        rows.push({ ...keys.tallyKey(trajectory, kind, reference, importId), ...tally });
        if (rows.length >= SLICE) await flush();
      }
      await flush();
    },
    switchImport: async (trajectory, seen, imported, { counters, milestones, free }, audit) => {
      // Read after the head: whoever has added to it since has raised the version too.
      const kept = await table.get(keys.milestonesKey(trajectory));
      const seenMilestones = parseOptionalRow(ledgerMilestonesSchema, kept) ?? {};
      // Whole rows, as they were seen: an update that adds so many numbers is longer than DynamoDB's 4 KB an expression.
      return table.transact([
        replacing(
          table,
          keys.headKey(trajectory),
          'ledger-head',
          {
            ...sumOf(seen.counters, counters),
            free: seen.free + free,
            version: seen.version + 1,
            imports: seen.imports + 1,
          },
          seen.version,
        ),
        ...(Object.keys(milestones).length === 0
          ? []
          : [
              replacing(
                table,
                keys.milestonesKey(trajectory),
                'ledger-milestones',
                sumOf(seenMilestones, milestones),
              ),
            ]),
        put(table, keys.importKey(trajectory, imported.id), {
          kind: 'ledger-import',
          schemaVersion: SCHEMA_VERSION,
          ...imported,
        }),
        putAudit(table, audit),
      ]);
    },
  };
}

/** Puts numbers in place of what is there; `seen`: while its version is this one, 0 that of nothing. */
function replacing(
  table: Table,
  key: Key,
  kind: string,
  numbers: Counters,
  seen?: number,
): TransactWriteItem {
  const item = attributes({ ...key, kind, schemaVersion: SCHEMA_VERSION, ...numbers });
  const condition =
    seen === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: attributes({ ':seen': seen }),
        };
  return { Put: { TableName: table.name, Item: item, ...(seen !== undefined && condition) } };
}

function sumOf(a: Counters, b: Counters): Counters {
  const sums: Record<string, number> = { ...a };
  for (const [name, by] of Object.entries(b)) sums[name] = (sums[name] ?? 0) + by;
  return sums;
}
