import * as keys from '../../../functions/adapters/record/keys.ts';
import type { Row } from '../../../functions/adapters/record/table.ts';
import { auditEntry } from '../../../functions/domain/audit.ts';
import { decisionId } from '../../../functions/domain/decision/answer.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { newRound } from '../../../functions/domain/round/openRound.ts';
import { requestSchema, roundSchema, SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';
import { formatRoundId } from '../../../functions/domain/roundId.ts';
import { auditEntrySchema, flagSchema } from '../../../functions/domain/trajectory.ts';
import { sent, trajectoryRows } from './liveRows.ts';
import { BODIES, LIVE, PAST, tenPlan } from './tenPlan.ts';

const OPENED = '2025-12-01T08:00:00.000Z';
const CLOSED = '2025-12-16T10:00:00.000Z';
/** Of a finished trajectory: ten rounds of ten requests. */
const ROUNDS_OF_FINISHED = 10;
const version = { schemaVersion: SCHEMA_VERSION } as const;

/**
 * As many closed requests as asked for, with their rounds, audit entries, sent mails and resolved flags: half of them
 * of `trajectory` itself (its proposals reworked again and again), half of other trajectories that are finished.
 */
export function* historyRows(trajectory: string, plan: Plan, closedRequests: number): Generator<Row> {
  const rounds = closedRequests / BODIES.length;
  const own = Math.floor(rounds / 2);
  for (let index = 0; index < own; index++) {
    yield* closedRound(trajectory, plan, index, index + PAST.length < own);
  }
  for (let index = 0; index < (rounds - own) / ROUNDS_OF_FINISHED; index++) {
    yield* finishedTrajectory(`af-${trajectory}-${index}`);
  }
}

/** Everything of it is decided; only its own row still says that it is there. */
export function* finishedTrajectory(trajectory: string): Generator<Row> {
  const plan = tenPlan(trajectory, '2025-12', PAST.slice(0, ROUNDS_OF_FINISHED));
  const finished = { ...plan, milestones: plan.milestones.filter(({ id }) => id !== LIVE) };
  yield* trajectoryRows(trajectory, finished, '2026-02-01');
  for (let index = 0; index < ROUNDS_OF_FINISHED; index++) {
    yield* closedRound(trajectory, plan, index, false);
  }
}

/** The round of this index, counted through the past families: decided by all, told to all, settled. */
function* closedRound(trajectory: string, plan: Plan, index: number, divided: boolean): Generator<Row> {
  const family = PAST[index % PAST.length]!;
  const number = Math.floor(index / PAST.length) + 1;
  const round = formatRoundId({ family, number });
  const fresh = newRound(plan, plan.rounds.find(({ id }) => id === family)!, number, OPENED, trajectory);
  const [first, ...others] = fresh.stages;
  const verdict = divided ? 'divided' : 'agreed';
  yield {
    ...keys.roundKey(trajectory, { family, number }),
    ...roundSchema.parse({
      ...fresh,
      ...{ status: divided ? 'handed-over' : 'concluded', verdict, startedEpoch: 1, startedAt: OPENED },
      stages: [{ ...first, verdict, passedOn: '2025-12-16', passedAt: CLOSED }, ...others],
      ...{ closedAt: CLOSED, ...(divided && { revisedAt: CLOSED }) },
      mails: { [divided ? 'divided' : 'concluded']: sent(CLOSED) },
      lastWrite: 'settled',
    }),
  };
  for (const body of BODIES) yield* decidedRequest(trajectory, round, body);
  yield audit(trajectory, 'round-opened', round, OPENED);
  yield audit(trajectory, divided ? 'round-divided' : 'round-concluded', round, CLOSED);
  yield {
    ...keys.flagKey(trajectory, 'approaching', `${round} ${BODIES[0]}`),
    ...flagSchema.parse({
      ...{ kind: 'flag', ...version, trajectory, flag: 'approaching', subject: `${round} ${BODIES[0]}` },
      ...{ body: BODIES[0], date: '2025-12-16', reason: 'Het college besluit uiterlijk 16 december.' },
      ...{ todo: 'Ga na of het op de agenda staat.', raisedAt: OPENED, resolvedAt: CLOSED },
    }),
  };
}

function* decidedRequest(trajectory: string, round: string, body: string): Generator<Row> {
  const answer = { trajectory, round, body, outcome: 'adopted', on: '2025-12-16' } as const;
  const decision = decisionId(answer);
  yield {
    ...keys.requestKey(trajectory, round, body),
    ...requestSchema.parse({
      ...{ kind: 'request', ...version, trajectory, round, body, stage: 0, role: 'decide' },
      ...{ status: 'decided', askedAt: OPENED, token: 'T'.repeat(36), epoch: 1, deferrals: [] },
      ...{ outcome: answer.outcome, decidedOn: answer.on, recordedAt: CLOSED, decisionId: decision },
      ...{ by: 'griffier', via: 'command-line', wokenAt: CLOSED },
      mails: {
        asked: sent(OPENED),
        [`decided-${decision.slice(0, 12)}`]: sent(CLOSED),
        'remind-2025-12-16-b5-secretary1': sent(CLOSED),
      },
      lastWrite: 'mail-marked',
    }),
  };
  yield audit(trajectory, 'decided', `${round} ${body}`, CLOSED);
}

function audit(
  trajectory: string,
  what: 'decided' | 'round-opened' | 'round-divided' | 'round-concluded',
  subject: string,
  at: string,
): Row {
  const by = { by: 'griffier', via: 'command-line' };
  const entry = auditEntry({ trajectory, at, what, subject, ...by, details: {} });
  return { ...keys.auditKey(trajectory, at, entry.id), ...auditEntrySchema.parse(entry) };
}
