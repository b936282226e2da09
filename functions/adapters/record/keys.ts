import type { RoundId } from '../../domain/roundId.ts';
import { parseRoundId } from '../../domain/roundId.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Everything that is alive of a trajectory is in its partition; its audit log is in one of its own. */
const partition = (trajectory: string) => `TRAJECTORY#${trajectory}`;
export const auditPartition = (trajectory: string) => `AUDIT#${trajectory}`;

export const trajectoryKey = (id: string): Key => ({ pk: partition(id), sk: 'TRAJECTORY' });
export const planKey = (trajectory: string, hash: string): Key => ({
  pk: partition(trajectory),
  sk: `PLAN#${hash}`,
});
export const milestoneKey = (trajectory: string, id: string): Key => ({
  pk: partition(trajectory),
  sk: `MILESTONE#${id}`,
});
export const roundKey = (trajectory: string, round: RoundId): Key => ({
  pk: partition(trajectory),
  sk: `ROUND#${round.family}#${padded(round.number)}`,
});
export const requestKey = (trajectory: string, round: string, body: string): Key => ({
  pk: partition(trajectory),
  sk: `${requestsOfRound(round)}${body}`,
});
export const flagKey = (trajectory: string, flag: string, subject: string): Key => ({
  pk: partition(trajectory),
  sk: `FLAG#${flag}#${subject}`,
});
export const replanningKey = (trajectory: string, version: number): Key => ({
  pk: partition(trajectory),
  sk: `REPLAN#${padded(version)}`,
});
export const auditKey = (trajectory: string, at: string, id: string): Key => ({
  pk: auditPartition(trajectory),
  sk: `${at}#${id}`,
});

/** Prefix of the requests of one round. */
export function requestsOfRound(round: string): string {
  const { family, number } = parseRoundId(round);
  return `REQUEST#${family}#${padded(number)}#`;
}

export function roundOfSortKey(sortKey: string): RoundId {
  const [, family = '', number = ''] = sortKey.split('#');
  return { family, number: Number(number) };
}

/** Partitions of the sparse index. */
export const openRoundsOf = (trajectory: string) => `ROUNDS#${trajectory}`;
export const openFlagsOf = (trajectory: string) => `FLAGS#${trajectory}`;
export const activeTrajectoriesOf = (clock: string) => `TRAJECTORIES#${clock}`;

export function trajectoryOfPartition(pk: string): string {
  return pk.slice(pk.indexOf('#') + 1);
}

/** Sort keys sort as text; a plan's rounds go up to r999, and it is not replaced more often. */
function padded(number: number): string {
  return String(number).padStart(3, '0');
}
