import { unknownBody } from '../domain/importFile/unknownBody.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { REAL_SCOPE, scopeOf } from '../domain/reference.ts';
import { Refusal } from '../domain/refusal.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/** Where imported calendars and contacts are kept, and for which bodies, each with the name its plan gives it. */
export interface Scope {
  readonly scope: string;
  readonly bodies: ReadonlyMap<string, string>;
}

/**
 * The bodies of a trajectory, or of all that run on the real clock. One that was started a moment ago may not be
 * among the latter yet: the index they are found in is eventually consistent. Refuses UNKNOWN_TRAJECTORY.
 */
export async function bodiesInScope(store: RecordStore, id?: string): Promise<Scope> {
  const ids = id === undefined ? await store.allTrajectories('real') : [id];
  const trajectories = await Promise.all(ids.map((each) => knownTrajectory(store, each)));
  const plans = await Promise.all(trajectories.map((each) => store.plan(each)));
  const [only] = trajectories;
  return {
    scope: id !== undefined && only ? scopeOf(only) : REAL_SCOPE,
    bodies: new Map(plans.flatMap((plan) => bodiesOf(plan).map((body) => [body.id, body.name] as const))),
  };
}

/** Refuses UNKNOWN_BODY, with those there are. */
export function knownBody(bodies: ReadonlyMap<string, string>, body: string): void {
  if (bodies.has(body)) return;
  const { problem, remedy } = unknownBody(body, new Set(bodies.keys()));
  throw new Refusal('UNKNOWN_BODY', `Verkeerd orgaan: ${problem}; ${remedy}.`);
}
