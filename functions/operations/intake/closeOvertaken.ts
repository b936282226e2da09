import type { Place } from '../../domain/intake/candidate.ts';
import type { Source } from '../../domain/intake/source.ts';
import type { IntakeDependencies } from './dependencies.ts';

/** The item of an earlier message about a decision that is recorded now: nobody need look at it any more. */
export async function closeOvertaken(
  { items, now }: Pick<IntakeDependencies, 'items' | 'now'>,
  id: string | undefined,
  source: Source,
  place: Place,
): Promise<void> {
  const item = id === undefined ? undefined : await items.item(id);
  if (item?.status !== 'proposed' && item?.status !== 'unknown') return;
  const closed = {
    ...item,
    status: 'accepted' as const,
    closedAt: now(),
    closedBy: source.name,
    closedBecause: `Een later bericht van de bron was zeker: ${place.body} in ronde ${place.round}.`,
  };
  // Lost: a person was first, and what that person did stands.
  await items.writeItem(closed, item);
}
