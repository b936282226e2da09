import type { Hono } from 'hono';
import { sessionMark } from '../../domain/access/session.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DEAD_LETTERS } from '../pages/addresses.ts';
import { DeadLettersPage } from './deadLettersPage.tsx';
import { DonePage } from './donePage.tsx';
import { messagesAre } from './messagesAre.ts';

const MOST_SHOWN = 50;

/** What could not be worked out for a day, for the administrator to look at and to send back. */
export function addDeadLetterRoutes(
  app: Hono<PortalEnv>,
  { deadLetters, stage, log }: FormDependencies,
): void {
  app.get(DEAD_LETTERS, async (c) => {
    // A look hides what it sees for a moment: without the count, who looks beside another would see an empty queue.
    const count = await deadLetters.count();
    const letters = count === 0 ? [] : await deadLetters.look(MOST_SHOWN);
    return c.html(<DeadLettersPage letters={letters} count={count} stage={stage} />);
  });

  app.post(DEAD_LETTERS, async (c) => {
    const moved = await deadLetters.redrive();
    log.info('dead letters were redriven', { moved, session: sessionMark(signedIn(c).session) });
    const title = moved > 0 ? 'Teruggezet in de wachtrij' : 'Er stond niets om terug te zetten';
    return c.html(
      <DonePage title={title} back={DEAD_LETTERS} to="Onbestelbare berichten" stage={stage}>
        {moved > 0
          ? `${messagesAre(moved)} opnieuw verwerkt. Wat al verwerkt was, heeft geen tweede gevolg.`
          : 'Er is niets gewijzigd. Zijn er net berichten bekeken, probeer het dan over een paar seconden opnieuw.'}
      </DonePage>,
    );
  });
}
