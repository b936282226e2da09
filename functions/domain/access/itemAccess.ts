import type { IncomingItem } from '../intake/incomingItem.ts';
import { bodiesOfMunicipality } from '../intake/reportedDecision.ts';
import { type Holding, mayDo } from './accessTable.ts';

type Item = Pick<IncomingItem, 'draft' | 'municipality'>;

/** May these grants say where it belongs, or that it is nothing to us? What names no trajectory is for who has all. */
export function mayHandleItem(held: readonly Holding[], { draft }: Item): boolean {
  return mayDo(held, 'handle-triage', { trajectory: draft.trajectory });
}

/**
 * May these grants answer in the name of the body it seems to be of? Of which trajectory need not be known yet. A source
 * speaks for its own municipality, whatever a message says: it is not shown to the secretary of another one.
 */
export function mayAnswerItem(held: readonly Holding[], { draft, municipality }: Item): boolean {
  const { trajectory, body } = draft;
  if (body === undefined) return false;
  if (municipality && !bodiesOfMunicipality(municipality).includes(body)) return false;
  const within = trajectory === undefined ? held.map((grant) => grant.trajectory) : [trajectory];
  return within.some((each) => mayDo(held, 'answer-for-body', { trajectory: each, body }));
}

export function maySeeItem(held: readonly Holding[], item: Item): boolean {
  return mayHandleItem(held, item) || mayAnswerItem(held, item);
}
