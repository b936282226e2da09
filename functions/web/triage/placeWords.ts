import type { DraftAnswer } from '../../domain/intake/incomingItem.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import { planNames } from '../../domain/plan/planNames.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { POSSIBLE_ID } from '../possibleId.ts';

/** Where something belongs, as people call it; what is not known of it is left out. */
export interface PlaceWords {
  readonly trajectory?: string | undefined;
  readonly round?: string | undefined;
  readonly body?: string | undefined;
}

type Places = readonly Pick<DraftAnswer, 'trajectory' | 'round' | 'body'>[];

/** Each plan is read once. A sender may name what does not exist: that is shown as it was named. */
export async function placeWords(
  store: Pick<RecordStore, 'trajectory' | 'plan'>,
  places: Places,
): Promise<PlaceWords[]> {
  const ids = [...new Set(places.flatMap(({ trajectory }) => trajectory ?? []))];
  const plans = new Map(await Promise.all(ids.map(async (id) => [id, await planOf(store, id)] as const)));
  return places.map(({ trajectory, round, body }) => {
    const plan = trajectory === undefined ? undefined : plans.get(trajectory);
    return {
      trajectory: plan?.title ?? trajectory,
      round: round && plan ? nameOfRound(plan, round) : round,
      body: (plan && bodiesOf(plan).find(({ id }) => id === body)?.name) ?? body,
    };
  });
}

async function planOf(
  store: Pick<RecordStore, 'trajectory' | 'plan'>,
  id: string,
): Promise<Plan | undefined> {
  const trajectory = POSSIBLE_ID.test(id) ? await store.trajectory(id) : undefined;
  return trajectory && store.plan(trajectory);
}

/** A round by the title that its plan gives it; one that the plan does not know by its id. */
export function nameOfRound(plan: Plan, id: string): string {
  return planNames(plan).round(id) ?? id;
}
