import type { Context, Hono } from 'hono';
import { maySeeItem } from '../../domain/access/itemAccess.ts';
import { type IncomingItem, ITEM_ID } from '../../domain/intake/incomingItem.ts';
import { Refusal } from '../../domain/refusal.ts';
import { dismissItem } from '../../operations/intake/dismissItem.ts';
import { placeItem } from '../../operations/intake/placeItem.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { LONGEST_REASON, REASON_FIELD } from './dismissForm.tsx';
import { type ItemWork, PLACE_FIELD, placeValue } from './itemActions.tsx';
import { ItemPage } from './itemPage.tsx';
import { placeWords } from './placeWords.ts';
import { readWork } from './readWork.ts';
import { TriagePage } from './triagePage.tsx';

/** More than a person can look through on one page. */
const MOST_LISTED = 200;

interface Given {
  readonly notice?: string;
  readonly reason?: ItemWork['reason'];
  readonly status?: 200 | 409 | 422;
}

/** What came in and waits: each person sees what is for the own body or trajectory, and what is of others is not there. */
export function addTriageRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, items, stage, now } = deps;

  app.get('/triage', async (c) => {
    const { grants } = signedIn(c);
    const theirs = (await items.openItems()).filter((item) => maySeeItem(grants, item));
    const listed = theirs.slice(0, MOST_LISTED);
    const words = await placeWords(
      store,
      listed.map(({ draft }) => draft),
    );
    const rows = listed.map((item, index) => ({ item, place: words[index] ?? {} }));
    return c.html(<TriagePage items={rows} more={theirs.length - listed.length} stage={stage} />);
  });

  app.get('/triage/:id', (c) => withItem(c, (item) => show(c, item)));

  app.post('/triage/:id/afwijzen', (c) =>
    withItem(c, async (item) => {
      const given = await fieldOf(c, REASON_FIELD);
      const error = mistakeIn(given);
      if (error) return show(c, item, { reason: { given, error }, status: 422 });
      return doing(c, item, 'Het bericht is afgewezen; het blijft na te lezen.', () =>
        dismissItem(items, item.id, given, now(), recordedInPortal(signedIn(c))),
      );
    }),
  );

  app.post('/triage/:id/voorleggen', (c) =>
    withItem(c, async (item) => {
      const given = await fieldOf(c, PLACE_FIELD);
      const { places } = await readWork(store, item, signedIn(c).grants);
      // Only what the page offered to this person; of an item that is closed it offers nothing.
      const chosen = places.find(({ place }) => placeValue(place) === given);
      if (!chosen)
        return show(c, item, { notice: 'Kies een van de verzoeken; er is niets gewijzigd.', status: 422 });
      return doing(c, item, `Het is voorgelegd aan de secretaris van ${chosen.words.body}.`, () =>
        placeItem(items, item.id, chosen.place, now(), recordedInPortal(signedIn(c))),
      );
    }),
  );

  async function withItem(
    c: Context<PortalEnv>,
    then: (item: IncomingItem) => Promise<Response>,
  ): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const item = ITEM_ID.test(id) ? await items.item(id) : undefined;
    return item && maySeeItem(signedIn(c).grants, item) ? then(item) : c.notFound();
  }

  async function show(c: Context<PortalEnv>, item: IncomingItem, given: Given = {}): Promise<Response> {
    const { notice, reason, status = 200 } = given;
    const [[place = {}], work] = await Promise.all([
      placeWords(store, [item.draft]),
      readWork(store, item, signedIn(c).grants),
    ]);
    const page = (
      <ItemPage item={item} place={place} work={{ ...work, reason }} stage={stage} notice={notice} />
    );
    return c.html(page, status);
  }

  /** Whoever comes second is told what the first one did, and sees it. */
  async function doing(
    c: Context<PortalEnv>,
    item: IncomingItem,
    done: string,
    change: () => Promise<void>,
  ): Promise<Response> {
    const again = async () => (await items.item(item.id)) ?? item;
    try {
      await change();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, await again(), { notice: error.message, status: 409 });
    }
    return show(c, await again(), { notice: done });
  }
}

async function fieldOf(c: Context, name: string): Promise<string> {
  const posted: Record<string, unknown> = await c.req.parseBody();
  const given = posted[name];
  return typeof given === 'string' ? given.replace(/\r\n?/g, '\n').trim() : '';
}

function mistakeIn(reason: string): string | undefined {
  if (reason === '') return 'Schrijf in een paar woorden waarom.';
  return reason.length > LONGEST_REASON
    ? `De reden heeft ${reason.length} tekens; er passen er ${LONGEST_REASON}.`
    : undefined;
}
