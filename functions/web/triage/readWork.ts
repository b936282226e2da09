import { mayDo } from '../../domain/access/accessTable.ts';
import { mayHandleItem } from '../../domain/access/itemAccess.ts';
import type { Grant } from '../../domain/access/role.ts';
import type { Place } from '../../domain/intake/candidate.ts';
import { type IncomingItem, isOpenItem } from '../../domain/intake/incomingItem.ts';
import { readCandidates } from '../../operations/intake/readCandidates.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { type ItemWork, type NamedPlace, placeValue } from './itemActions.tsx';
import { placeWords } from './placeWords.ts';

/** What these grants allow to be done with an item, as things stand. */
export async function readWork(
  store: RecordStore,
  item: IncomingItem,
  grants: readonly Grant[],
): Promise<Pick<ItemWork, 'answers' | 'places'>> {
  if (!isOpenItem(item)) return { answers: [], places: [] };
  const open: Place[] = (await readCandidates(store, item.municipality))
    .filter(({ status }) => status !== 'decided')
    .map(({ trajectory, round, body }) => ({ trajectory, round, body }));
  const read = placeIn(item);
  const answers = [...(read ? [read] : []), ...open.filter((place) => !isSame(place, read))].filter((place) =>
    mayDo(grants, 'answer-for-body', place),
  );
  const places = mayHandleItem(grants, item)
    ? open.filter((place) => mayDo(grants, 'handle-triage', place))
    : [];
  return { answers: await named(store, answers), places: await named(store, places) };
}

async function named(store: RecordStore, places: readonly Place[]): Promise<NamedPlace[]> {
  const words = await placeWords(store, places);
  return places.map((place, index) => ({ place, words: words[index] ?? {} }));
}

function placeIn({ draft: { trajectory, round, body } }: IncomingItem): Place | undefined {
  return trajectory && round && body ? { trajectory, round, body } : undefined;
}

function isSame(a: Place, b: Place | undefined): boolean {
  return b !== undefined && placeValue(a) === placeValue(b);
}
