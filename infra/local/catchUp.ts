import { catchUpWatching, createDailyWatch } from '../../functions/adapters/dailyWatch.ts';
import { wallClock } from '../../functions/adapters/wallClock.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { formatRoundId } from '../../functions/domain/roundId.ts';
import { raiseAndStart } from '../../functions/operations/resumeRound.ts';
import { clientSettings } from './clientSettings.ts';

/**
 * After the local cloud was off: its executions are gone (AWS's would have gone on), so each open round is
 * resumed without counting it as a fault, and the daily watch does what was missed meanwhile. Returns the
 * lines to print, none when there was nothing to do.
 */
export async function catchUp(endpoint: string): Promise<string[]> {
  const { store, chain, outputs, settings } = await connect('local', clientSettings(endpoint));
  const resumed: string[] = [];
  for (const trajectory of await store.activeTrajectories('real')) {
    for (const id of await store.openRounds(trajectory)) {
      const round = await store.round(trajectory, id);
      if (round?.status !== 'open' || round.startedEpoch < round.epoch) continue;
      if ((await chain.state(round)) === 'running') continue;
      if (await raiseAndStart(store, chain, round, 0, wallClock(), 'npm start', 'command-line')) {
        resumed.push(`${trajectory} ${formatRoundId(round)}`);
      }
    }
  }
  const watch = createDailyWatch(outputs.WatchArn, settings);
  await catchUpWatching(watch, { at: undefined, trajectory: undefined });
  return resumed.length > 0 ? [`Hervat na de onderbreking: ${resumed.join(', ')}.`] : [];
}
