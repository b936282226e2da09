import { randomBytes } from 'node:crypto';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { type Plan, planSchema } from '../../functions/domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { store } from '../e2e/deployed.ts';
import { BY, untilAsked } from '../e2e/trajectories.ts';
import { changesOf, type Handlers } from './inProcess.ts';

/** The first day of the plan: a Monday, on which the round opens. */
export const FIRST_DAY = '2026-01-05';
export const R1 = 'voorstel.r1';
const ROUND_ID = { family: 'voorstel', number: 1 };

export interface Trajectory {
  readonly id: string;
  readonly plan: Plan;
  readonly colleges: readonly string[];
  readonly councils: readonly string[];
  /** The address of a body: of this trajectory alone. */
  addressOf(body: string): string;
  round(): Promise<Round>;
  request(body: string): Promise<DecisionRequest | undefined>;
}

/** One proposal along colleges, RAC and councils, and an archive after it; under an id that no other test has. */
export function newTrajectory(name: string, municipalities = 2): Trajectory {
  const id = `${name}-${randomBytes(3).toString('hex')}`;
  const codes = Array.from({ length: municipalities }, (_, index) => `GM${1000 + index}`);
  const addressOf = (body: string) => `${body.replace('/', '-').toLowerCase()}@${id}.example`;
  const contact = (body: string) => ({ name: `Orgaan ${body}`, mail: addressOf(body) });
  const milestone = (milestoneId: string, owner: string, ...waitsFor: string[]) => ({
    ...{ id: milestoneId, title: `Mijlpaal ${milestoneId}`, owner, period: '2026-01', waitsFor },
    kind: owner === 'organisation' ? ('task' as const) : ('decision' as const),
  });
  const plan = planSchema.parse({
    ...{ format: 1, id, title: 'Voorstel met storingen' },
    lead: { name: 'Projectleider', mail: `projectleider@${id}.example` },
    participants: codes.map((code) => ({
      ...{ code, name: `Gemeente ${code}` },
      ...{ college: contact(`${code}/college`), council: contact(`${code}/council`) },
    })),
    bodies: [{ id: 'rac', ...contact('rac') }],
    milestones: [
      milestone('agreed', 'colleges'),
      milestone('noted', 'rac', 'agreed'),
      milestone('adopted', 'councils', 'noted'),
      milestone('archived', 'organisation', 'adopted'),
    ],
    rounds: [
      {
        ...{ id: ROUND_ID.family, title: 'Voorstel' },
        stages: [
          { ask: 'colleges', role: 'decide', milestone: 'agreed' },
          { ask: 'rac', role: 'note', milestone: 'noted' },
          { ask: 'councils', role: 'decide', milestone: 'adopted' },
        ],
      },
    ],
  });
  return {
    ...{ id, plan, addressOf },
    colleges: codes.map((code) => `${code}/college`),
    councils: codes.map((code) => `${code}/council`),
    round: async () => (await store.round(id, ROUND_ID))!,
    request: (body) => store.request(id, R1, body),
  };
}

/** Written down; nothing follows the stream. */
export async function started(trajectory: Trajectory, day = FIRST_DAY): Promise<Trajectory> {
  await startTrajectory(store, trajectory.plan, trajectory.id, 'real', momentOf(day), BY);
  return trajectory;
}

/** Started, its round opened and its colleges asked; no mail has been sent. */
export async function asked(trajectory: Trajectory, handlers: Handlers): Promise<Trajectory> {
  await started(trajectory);
  // The first change opens the round, whose own change starts its execution.
  await handlers.moveOn(await changesOf(trajectory.id));
  await handlers.moveOn(await changesOf(trajectory.id));
  await untilAsked(trajectory.id, R1, trajectory.colleges);
  return trajectory;
}
