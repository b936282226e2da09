import { readFileSync } from 'node:fs';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { newRound } from '../../functions/domain/round/openRound.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import { formatRoundId } from '../../functions/domain/roundId.ts';
import type { Flag, MilestoneRow, Trajectory } from '../../functions/domain/trajectory.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';

const read = readPlan(
  readFileSync(new URL('../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8'),
);
if ('mistakes' in read) throw new Error('the plan of the visietraject is wrong');
const { plan } = read;

export const SECRET_TOKEN = 'AQCEAAAAKgAAAAMAAAAAAAAAAS-secret-task-token';

/** What the table holds of one trajectory. */
export interface RecordOfTrajectory {
  readonly trajectory: Trajectory;
  readonly milestones: MilestoneRow[];
  readonly rounds: Round[];
  readonly requests: DecisionRequest[];
  readonly flags: Flag[];
}

type PortalReads = Pick<
  RecordStore,
  | 'trajectory'
  | 'plan'
  | 'milestones'
  | 'round'
  | 'rounds'
  | 'request'
  | 'requests'
  | 'flags'
  | 'auditPage'
  | 'openFlags'
  | 'openRounds'
  | 'requestsOfRound'
  | 'activeTrajectories'
  | 'allTrajectories'
  | 'replannings'
  | 'markedAddresses'
>;

/** Only what pages may call: a write, or any other read, is an error. */
export function storeWith(...records: readonly RecordOfTrajectory[]): RecordStore {
  const of = (id: string) => records.find(({ trajectory }) => trajectory.id === id);
  const idsOn = async (clock: Trajectory['clock']) =>
    records.filter(({ trajectory }) => trajectory.clock === clock).map(({ trajectory }) => trajectory.id);
  const reads: PortalReads = {
    trajectory: async (id) => of(id)?.trajectory,
    plan: async () => plan,
    milestones: async (id) => of(id)?.milestones ?? [],
    round: async (id, { family, number }) =>
      of(id)?.rounds.find((round) => round.family === family && round.number === number),
    request: async (id, round, body) =>
      of(id)?.requests.find((request) => request.round === round && request.body === body),
    rounds: async (id) => of(id)?.rounds ?? [],
    requests: async (id) => of(id)?.requests ?? [],
    flags: async (id) => of(id)?.flags ?? [],
    auditPage: async () => ({ entries: [], more: false }),
    openFlags: async (id) => of(id)?.flags.filter(({ resolvedAt }) => !resolvedAt) ?? [],
    openRounds: async (id) => of(id)?.rounds.map(({ family, number }) => ({ family, number })) ?? [],
    requestsOfRound: async (id, round) => of(id)?.requests.filter((request) => request.round === round) ?? [],
    activeTrajectories: idsOn,
    allTrajectories: idsOn,
    replannings: async () => [],
    markedAddresses: async () => [],
  };
  return reads as RecordStore;
}

export function started(id = 'visietraject', clock: Trajectory['clock'] = 'real'): RecordOfTrajectory {
  return {
    trajectory: {
      kind: 'trajectory',
      schemaVersion: SCHEMA_VERSION,
      id,
      title: plan.title,
      planHash: 'hash',
      planVersion: 1,
      clock,
      startedAt: '2025-12-01T08:00:00.000Z',
      lastWrite: 'started',
    },
    milestones: [],
    rounds: [],
    requests: [],
    flags: [],
  };
}

export function roundOf(
  family: string,
  number: number,
  at: string,
  changes: Partial<Round> = {},
  trajectory = 'visietraject',
): Round {
  const planRound = plan.rounds.find(({ id }) => id === family)!;
  return { ...newRound(plan, planRound, number, at, trajectory), ...changes };
}

/** A request as the chain puts it, with the token that wakes it. */
export function askedIn(round: Round, body: string, changes: Partial<DecisionRequest> = {}): DecisionRequest {
  const stage = round.stages.findIndex(({ bodies }) => bodies.includes(body));
  return {
    kind: 'request',
    schemaVersion: SCHEMA_VERSION,
    trajectory: round.trajectory,
    round: formatRoundId(round),
    body,
    stage,
    role: round.stages[stage]!.role,
    status: 'open',
    askedAt: round.askAt,
    token: SECRET_TOKEN,
    epoch: 1,
    deferrals: [],
    mails: {},
    lastWrite: 'asked',
    ...changes,
  };
}

export function milestoneRow(id: string, changes: Partial<MilestoneRow>): MilestoneRow {
  return {
    kind: 'milestone',
    schemaVersion: SCHEMA_VERSION,
    trajectory: 'visietraject',
    id,
    status: 'open',
    lastWrite: 'opened',
    ...changes,
  };
}

export function flagOf(changes: Partial<Flag>): Flag {
  return {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory: 'visietraject',
    flag: 'stuck',
    subject: 'process-proposal.r1',
    reason: 'De uitvoering van ronde process-proposal.r1 wordt niet meer vanzelf hervat.',
    raisedAt: '2026-01-20T06:00:00.000Z',
    ...changes,
  };
}
