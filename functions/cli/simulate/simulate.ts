import { randomBytes } from 'node:crypto';
import { createDailyWatch } from '../../adapters/dailyWatch.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createLedgerStore } from '../../adapters/record/ledger.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { atTime, type Day } from '../../domain/calendar/days.ts';
import { balanceOfAll } from '../../domain/ledger/balances.ts';
import { Refusal } from '../../domain/refusal.ts';
import { importCalendars } from '../../operations/importCalendars.ts';
import { importContacts } from '../../operations/importContacts.ts';
import { readStatus } from '../../operations/readStatus.ts';
import { readSnapshot } from '../../operations/untilAtRest.ts';
import type { Cloud } from '../cloud.ts';
import { createExecutions } from './executions.ts';
import { readFunctionUse } from './functionUse.ts';
import { readMailbox } from './mailbox.ts';
import { dayNumber, play } from './play.ts';
import { type Report, writeReport } from './report.ts';
import type { Script } from './scenario.ts';

/** Ten years. */
const MOST_QUARTERS = 40;

/** Told of every day that was played, for a progress bar. */
export type OnDay = (day: Day, done: number, of: number) => void;

/**
 * Plays a scenario on a trajectory of its own with a clock of its own, and reports what was seen. Refuses to
 * run anywhere but in the local cloud: its mails and executions are real ones.
 */
export async function simulate(cloud: Cloud, script: Script, onDay: OnDay): Promise<Report> {
  const { scenario, plan } = script;
  const { endpoint } = cloud.settings;
  if (cloud.stage !== 'local' || !endpoint) {
    throw new Refusal('LOCAL_ONLY', 'Simuleren kan alleen in de lokale cloud; start die met: npm start.');
  }
  const trajectory = `${plan.id}-s${randomBytes(3).toString('hex')}`;
  // A table of its own for what people would record: the simulation's looking around costs nobody anything.
  const recording = createTable(cloud.outputs.TableName, cloud.settings);
  const executions = createExecutions(cloud.outputs.ChainArn, cloud.settings);
  const began = Date.now();
  const first = dayNumber(scenario.from);
  const length = dayNumber(scenario.until) - first;
  // A simulated trajectory has calendars and contacts of its own.
  const by = { at: atTime(scenario.from, '08:00'), by: 'scenario', file: 'scenario' };
  await importCalendars(cloud.reference, trajectory, script.calendars, by);
  await importContacts(cloud.reference, trajectory, script.contacts, by);
  const played = await play(
    {
      recording: createRecordStore(recording),
      ledger: createLedgerStore(recording),
      looking: cloud.store,
      watch: createDailyWatch(cloud.outputs.WatchArn, cloud.settings),
      kill: (id, snapshot) => executions.kill(cloud.store, id, snapshot),
      onDay: (day) => onDay(day, dayNumber(day) - first, length),
    },
    script,
    trajectory,
  );
  const [status, rounds, requests, snapshot] = await Promise.all([
    readStatus({ store: cloud.store, reference: cloud.reference, now: wallClock }, trajectory, 'everything'),
    cloud.store.rounds(trajectory),
    cloud.store.requests(trajectory),
    readSnapshot(cloud.store, trajectory),
  ]);
  const open = snapshot.rounds.filter(({ round }) => round.status === 'open').length;
  const counts = await executions.count(trajectory, open);
  const money = balanceOfAll((await cloud.ledger.head(trajectory)).counters);
  const statements = await cloud.statements.lastStatements(trajectory, MOST_QUARTERS);
  return writeReport({
    statements,
    ...(script.bookings.length > 0 && { money }),
    status,
    rounds,
    requests,
    mails: await readMailbox(endpoint, trajectory),
    executions: counts,
    use: await readFunctionUse(cloud.stage, cloud.settings, began),
    recording: recording.capacity,
    played,
    days: dayNumber(played.lastDay) - first + 1,
    seconds: Math.round((Date.now() - began) / 100) / 10,
  });
}
