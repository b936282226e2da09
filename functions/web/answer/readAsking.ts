import type { Context } from 'hono';
import { maySeeItem } from '../../domain/access/itemAccess.ts';
import { type IncomingItem, ITEM_ID } from '../../domain/intake/incomingItem.ts';
import { bodiesOfMunicipality } from '../../domain/intake/reportedDecision.ts';
import { Refusal } from '../../domain/refusal.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import { type AskedView, readAsked } from '../../operations/readAsked.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { POSSIBLE_ID } from '../possibleId.ts';
import { placeOfPath } from './placeOfPath.ts';

export interface Asked {
  readonly view: AskedView;
  /** What came in and is taken over with this answer. */
  readonly item: IncomingItem | undefined;
}

/** What an address asks; undefined where there is nothing, and where there is something that is not this visitor's. */
export async function readAsking(
  deps: Pick<FormDependencies, 'store' | 'reference' | 'now' | 'items'>,
  c: Context<PortalEnv>,
): Promise<Asked | undefined> {
  const place = placeOfPath(c.req.path);
  if (!place || !POSSIBLE_ID.test(place.trajectory) || !isRoundId(place.round)) return undefined;
  const named = c.req.query('bericht');
  const [view, item] = await Promise.all([
    readAsked(deps, place),
    named !== undefined && ITEM_ID.test(named) ? deps.items.item(named) : undefined,
  ]);
  if (!view || named === undefined) return view && { view, item: undefined };
  const isTheirs = item && maySeeItem(signedIn(c).grants, item) && fits(item, place.body);
  return isTheirs ? { view, item } : undefined;
}

function fits({ municipality }: IncomingItem, body: string): boolean {
  return !municipality || bodiesOfMunicipality(municipality).includes(body);
}

function isRoundId(text: string): boolean {
  try {
    parseRoundId(text);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
