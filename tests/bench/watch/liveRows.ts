import * as keys from '../../../functions/adapters/record/keys.ts';
import type { Row } from '../../../functions/adapters/record/table.ts';
import { planHash } from '../../../functions/domain/plan/planHash.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { newRound } from '../../../functions/domain/round/openRound.ts';
import { requestSchema, roundSchema, SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';
import { milestoneRowSchema, planRowSchema, trajectorySchema } from '../../../functions/domain/trajectory.ts';
import { BODIES, LIVE } from './tenPlan.ts';

const STARTED = '2026-01-05T07:00:00.000Z';
const version = { schemaVersion: SCHEMA_VERSION } as const;

/** A trajectory whose ten colleges were asked on 5 January 2026 and told so, and have not answered. */
export function* liveRows(trajectory: string, plan: Plan, watchedUntil: string): Generator<Row> {
  yield* trajectoryRows(trajectory, plan, watchedUntil);
  yield {
    ...keys.milestoneKey(trajectory, LIVE),
    ...milestoneRowSchema.parse({
      ...{ kind: 'milestone', ...version, trajectory, id: LIVE },
      ...{ status: 'open', openedAt: STARTED, mails: {}, lastWrite: 'opened' },
    }),
  };
  const planned = plan.rounds.find(({ id }) => id === LIVE);
  if (!planned) throw new RangeError(`the plan has no round ${LIVE}`);
  yield {
    ...keys.roundKey(trajectory, { family: LIVE, number: 1 }),
    ...roundSchema.parse({
      ...newRound(plan, planned, 1, STARTED, trajectory),
      ...{ startedEpoch: 1, startedAt: STARTED, lastWrite: 'execution-started' },
      openIn: keys.openRoundsOf(trajectory),
    }),
  };
  for (const body of BODIES) {
    yield {
      ...keys.requestKey(trajectory, `${LIVE}.r1`, body),
      ...requestSchema.parse({
        ...{ kind: 'request', ...version, trajectory, round: `${LIVE}.r1`, body, stage: 0 },
        ...{ role: 'decide', status: 'open', askedAt: STARTED, epoch: 1, deferrals: [] },
        // As long as those of AWS, which count for the size of the row.
        token: 'T'.repeat(600),
        mails: { asked: sent(STARTED) },
        lastWrite: 'mail-marked',
      }),
    };
  }
}

/** The trajectory's own row and its plan. The plan's other milestones were completed long ago. */
export function* trajectoryRows(trajectory: string, plan: Plan, watchedUntil: string): Generator<Row> {
  const hash = planHash(plan);
  yield {
    ...keys.trajectoryKey(trajectory),
    ...trajectorySchema.parse({
      ...{ kind: 'trajectory', ...version, id: trajectory, title: plan.title, planHash: hash },
      ...{ planVersion: 1, clock: 'real', startedAt: STARTED, watchedUntil, agendaKey: 'k'.repeat(43) },
      ...{ openIn: keys.activeTrajectoriesOf('real'), lastWrite: 'watched' },
    }),
  };
  yield {
    ...keys.planKey(trajectory, hash),
    ...planRowSchema.parse({ kind: 'plan', ...version, hash, plan: JSON.stringify(plan) }),
  };
  for (const { id } of plan.milestones.filter((milestone) => milestone.id !== LIVE)) {
    yield {
      ...keys.milestoneKey(trajectory, id),
      ...milestoneRowSchema.parse({
        ...{ kind: 'milestone', ...version, trajectory, id, status: 'completed', openedAt: STARTED },
        ...{ completedOn: '2026-01-05', completedAt: STARTED, round: `${id}.r1`, lastWrite: 'completed' },
      }),
    };
  }
}

export function sent(at: string) {
  return { claimedUntil: at, sentAt: at, messageId: '0102018d0f3c5a7e-1c2d3e4f-000000', attempts: 1 };
}
