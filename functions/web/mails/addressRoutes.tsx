import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { sessionMark } from '../../domain/access/session.ts';
import { plainAddress } from '../../domain/mails/markedAddress.ts';
import { Refusal } from '../../domain/refusal.ts';
import { listMarkedAddresses, releaseAddress } from '../../operations/markedAddresses.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DonePage } from '../manage/donePage.tsx';
import { MAILS, RELEASE_ADDRESS_PATH } from './mailPaths.ts';
import { ReleaseAddressPage } from './releaseAddressPage.tsx';

const postedSchema = z.object({
  stap: z.enum(['bekijken', 'vrijgeven']),
  /** The longest there is: RFC 5321, 4.5.3.1.3. */
  adres: z.string().max(254),
});

/** Lets mails go to an address again, in two steps; the list of them is on the page of all mails. */
export function addAddressRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, stage, log, now } = deps;

  app.post(RELEASE_ADDRESS_PATH, async (c) => {
    const { data } = postedSchema.safeParse(await c.req.parseBody());
    if (!data) return notStopped(c);
    const address = plainAddress(data.adres);
    const marked = (await listMarkedAddresses(store, now)).find((each) => each.address === address);
    // What only happened once stops nothing, so there is nothing to release.
    if (!marked?.stopped) return notStopped(c);
    if (data.stap === 'bekijken') return c.html(<ReleaseAddressPage marked={marked} stage={stage} />);
    try {
      await releaseAddress(store, address, recordedInPortal(signedIn(c)).by, now());
    } catch (error) {
      // Somebody else was first.
      if (error instanceof Refusal && error.code === 'UNKNOWN_ADDRESS') return notStopped(c);
      throw error;
    }
    log.info('an address was released', { session: sessionMark(signedIn(c).session) });
    return c.html(
      <DonePage title="Er gaan weer berichten heen" back={MAILS} to="Mails" stage={stage}>
        Naar <span class="written">{address}</span> gaan weer berichten. Wat tegengehouden was en nog klopt,
        wordt nu verzonden.
      </DonePage>,
    );
  });

  function notStopped(c: Context<PortalEnv>) {
    const page = (
      <DonePage title="Dit adres wordt niet tegengehouden" back={MAILS} to="Mails" stage={stage}>
        Er is niets gewijzigd. Misschien gaf iemand anders het al vrij; de lijst zegt welke adressen nu geen
        berichten krijgen.
      </DonePage>
    );
    return c.html(page, 409);
  }
}
