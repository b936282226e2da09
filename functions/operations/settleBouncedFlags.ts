import { bouncedFlags } from '../domain/mails/bouncedFlags.ts';
import { isToldOf } from '../domain/mails/markedAddress.ts';
import { scopeOf } from '../domain/reference.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore, ReferenceData } from './ports.ts';
import { type SettledFlags, settleWantedFlags } from './settleWantedFlags.ts';

export interface BounceSources {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
}

/**
 * Raises a flag for everybody whom this trajectory's mails do not reach, and resolves it once the address was released
 * or another one took its place. `now` is the machine's clock, by which marks are forgotten.
 */
export async function settleBouncedFlags(
  { store, reference }: BounceSources,
  trajectory: Trajectory,
  at: string,
  now: string,
): Promise<SettledFlags> {
  const marks = (await store.markedAddresses()).filter((mark) => isToldOf(mark, now));
  const ours = ({ flag }: { readonly flag: string }) => flag === 'mail-bounced';
  if (marks.length === 0) return settleWantedFlags(store, trajectory.id, [], ours, at);
  const [plan, { contacts }] = await Promise.all([
    store.plan(trajectory),
    reference.contacts(scopeOf(trajectory)),
  ]);
  const wanted = bouncedFlags(plan, contacts, marks, todayOf(trajectory, now));
  return settleWantedFlags(store, trajectory.id, wanted, ours, at);
}

/** The same for every trajectory that runs: an address is not of one alone. */
export async function settleAllBouncedFlags(sources: BounceSources, now: string): Promise<void> {
  for (const id of await sources.store.activeTrajectories('real')) {
    const trajectory = await sources.store.trajectory(id);
    if (trajectory) await settleBouncedFlags(sources, trajectory, now, now);
  }
}
