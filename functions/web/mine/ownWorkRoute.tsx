import type { Hono } from 'hono';
import { mayDo } from '../../domain/access/accessTable.ts';
import { maySeeItem } from '../../domain/access/itemAccess.ts';
import type { ItemStore } from '../../operations/intake/ports.ts';
import type { Log } from '../../operations/ports.ts';
import { type OwnWorkSources, readOwnWork } from '../../operations/readOwnWork.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { OWN_WORK } from '../pages/addresses.ts';
import { placeWords } from '../triage/placeWords.ts';
import { firstOf } from './firstOf.ts';
import { OwnWorkPage } from './ownWorkPage.tsx';

interface OwnWorkDependencies extends OwnWorkSources {
  readonly items: Pick<ItemStore, 'openItems'>;
  readonly stage: string;
  readonly log: Log;
}

/** What waits for who is signed in, whatever that person's roles; without any the page says what to do. */
export function addOwnWorkRoute(app: Hono<PortalEnv>, deps: OwnWorkDependencies): void {
  const { store, items, stage, log } = deps;
  app.get(OWN_WORK, async (c) => {
    const { session, grants } = signedIn(c);
    const [own, came] = await Promise.all([
      readOwnWork(deps, grants, (trajectory, error) =>
        log.warn('a trajectory cannot be read', { trajectory, error: String(error) }),
      ),
      mayDo(grants, 'see-triage') ? items.openItems() : [],
    ]);
    const { first, more } = firstOf(came.filter((item) => maySeeItem(grants, item)));
    const words = await placeWords(
      store,
      first.map(({ draft }) => draft),
    );
    const listed = first.map((item, index) => ({ item, place: words[index] ?? {} }));
    return c.html(
      <OwnWorkPage
        own={own}
        items={listed}
        moreItems={more}
        grants={grants}
        mail={session.mail}
        stage={stage}
      />,
    );
  });
}
