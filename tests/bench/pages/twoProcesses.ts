import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecordStore } from '../../../functions/adapters/record/createRecordStore.ts';
import { createGrantStore } from '../../../functions/adapters/record/grants.ts';
import * as keys from '../../../functions/adapters/record/keys.ts';
import { createTable, type Row } from '../../../functions/adapters/record/table.ts';
import type { ClientSettings } from '../../../functions/cli/cloud.ts';
import { auditEntry } from '../../../functions/domain/audit.ts';
import { momentOf } from '../../../functions/domain/calendar/days.ts';
import { readPlan } from '../../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';
import { knownTrajectory } from '../../../functions/operations/lookUp.ts';
import { openMilestones } from '../../../functions/operations/openMilestones.ts';
import { publishTrajectory } from '../../../functions/operations/publishTrajectory.ts';
import { startTrajectory } from '../../../functions/operations/startTrajectory.ts';
import { createBenchTable, seed } from '../watch/benchTable.ts';

export const MEMO = 'visietraject';
export const LARGE = 'groot-traject';
export const ADMINISTRATOR = 'beheer@bench.example';
const MILESTONES = 300;
const LOG_ENTRIES = 10_000;
const FIRST_DAY = '2025-12-01';
const BY = { by: 'bench', via: 'command-line' } as const;
const MEMO_PLAN = join(import.meta.dirname, '..', '..', '..', 'workflows', 'plans', 'visietraject.yaml');

/** The memo's process, and one of 300 milestones with 10,000 lines in its log, in a table that no stream follows. */
export async function seedTwoProcesses(name: string, settings: ClientSettings): Promise<void> {
  await createBenchTable(name, settings);
  const table = createTable(name, settings);
  const store = createRecordStore(table);
  const memo = readFileSync(MEMO_PLAN, 'utf8');
  for (const [id, text] of [
    [MEMO, memo],
    [LARGE, largePlan(memo)],
  ] as const) {
    await startTrajectory(store, planOf(text), id, 'real', momentOf(FIRST_DAY), BY);
    await publishTrajectory(store, id, true, momentOf(FIRST_DAY), BY);
    await openMilestones(store, await knownTrajectory(store, id), momentOf(FIRST_DAY));
  }
  await seed(name, settings, logEntries());
  await createGrantStore(table).putGrant({
    ...{ kind: 'grant', schemaVersion: SCHEMA_VERSION, mail: ADMINISTRATOR, role: 'administrator' },
    ...{ trajectory: '*', grantedAt: momentOf(FIRST_DAY), grantedBy: 'bench' },
  });
}

/** The memo's plan with tasks beside it, each waiting for the one before, until there are as many as a plan may have. */
function largePlan(memo: string): string {
  const there = planOf(memo).milestones.length;
  const tasks = Array.from({ length: MILESTONES - there }, (_, index) => {
    const quarter = `${2026 + Math.floor(index / 152)}-Q${(Math.floor(index / 38) % 4) + 1}`;
    const waits = index > 0 ? `, waitsFor: [taak-${index - 1}]` : '';
    return `  - {id: taak-${index}, title: Taak ${index} van de regio, kind: task, owner: organisation, period: ${quarter}${waits}}`;
  });
  return memo
    .replace(/^id: .*$/m, `id: ${LARGE}`)
    .replace(/^milestones:\n/m, `milestones:\n${tasks.join('\n')}\n`);
}

function planOf(text: string): Plan {
  const read = readPlan(text);
  if ('plan' in read) return read.plan;
  throw new Error(read.mistakes.map(({ problem }) => problem).join(' '));
}

function* logEntries(): Generator<Row> {
  for (let n = 0; n < LOG_ENTRIES; n++) {
    const entry = auditEntry({
      trajectory: LARGE,
      at: new Date(Date.parse(momentOf(FIRST_DAY)) + n * 60_000).toISOString(),
      what: 'milestone-opened',
      subject: `taak-${n % 280}`,
      by: 'bench',
      via: 'command-line',
      details: { n },
    });
    yield { ...keys.auditKey(LARGE, entry.at, entry.id), ...entry };
  }
}
