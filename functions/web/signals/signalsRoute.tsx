import type { Hono } from 'hono';
import { mayDo } from '../../domain/access/accessTable.ts';
import type { Log, RecordStore, WallClock } from '../../operations/ports.ts';
import { readSignals } from '../../operations/readSignals.ts';
import { type PortalEnv, viewerOf } from '../access/visitor.ts';
import { readEach } from '../overview.ts';
import { SIGNALS } from '../pages/addresses.ts';
import { SignalsPage } from './signalsPage.tsx';

interface SignalsDependencies {
  readonly store: RecordStore;
  readonly anonymousMayRead: boolean;
  readonly stage: string;
  readonly log: Log;
  readonly now: WallClock;
}

/** What a person must look at, over all trajectories that this person may see; those of simulations come last. */
export function addSignalsRoute(app: Hono<PortalEnv>, deps: SignalsDependencies): void {
  const { store, anonymousMayRead, stage, log, now } = deps;
  app.get(SIGNALS, async (c) => {
    const grants = viewerOf(c);
    const maySee = (trajectory: string) =>
      anonymousMayRead || mayDo(grants, 'see-trajectory', { trajectory });
    const [real, virtual] = await Promise.all([
      store.allTrajectories('real'),
      store.allTrajectories('virtual'),
    ]);
    const unreadable: string[] = [];
    const at = now();
    const trajectories = await readEach(
      [...real, ...virtual].filter(maySee),
      (id) => readSignals(store, id, at, grants),
      (trajectory, error) => {
        unreadable.push(trajectory);
        log.warn('the flags of a trajectory cannot be read', { trajectory, error: String(error) });
      },
    );
    const asked = c.req.query('deel');
    return c.html(
      <SignalsPage trajectories={trajectories} asked={asked} unreadable={unreadable} stage={stage} />,
    );
  });
}
