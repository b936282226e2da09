import { reportSchema } from '../../domain/intake/report.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { ReportStore } from '../../operations/intake/ports.ts';
import { setting } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow } from './rows.ts';
import type { Table } from './table.ts';

/** What became of each decision of a source; a few hundred bytes each, kept. */
export function createReportStore(table: Table): ReportStore {
  const common = (source: string, about: string) => ({
    kind: 'report',
    schemaVersion: SCHEMA_VERSION,
    source,
    about,
  });
  return {
    report: async (source, about) =>
      parseOptionalRow(reportSchema, await table.get(keys.reportKey(source, about))),
    bindReport: (source, about, { trajectory, round, body }) =>
      table.update({
        key: keys.reportKey(source, about),
        ...setting(
          { ...common(source, about), place: { trajectory, round, body }, lastWrite: 'report-bound' },
          'attribute_not_exists(#place)',
          {},
        ),
      }),
    noteItem: async (source, about, item) => {
      const row = { ...common(source, about), item, lastWrite: 'report-noted' };
      const { ConditionExpression: _always, ...update } = setting(row, '', {});
      await table.update({ key: keys.reportKey(source, about), ...update });
    },
  };
}
