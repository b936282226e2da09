import type { Context } from 'hono';
import type { LinkView } from '../../operations/links/readLink.ts';
import { MOST_AN_HOUR, sendNewLink } from '../../operations/links/sendNewLink.ts';
import type { DecideDependencies } from './dependencies.ts';
import type { FormTokens } from './formTokens.ts';
import { MessagePage } from './messagePage.tsx';

type Sent = Awaited<ReturnType<typeof sendNewLink>>;

const WHAT_HAPPENED: Readonly<
  Record<Sent, readonly [title: string, sentence: string, status: 200 | 409 | 429 | 503]>
> = {
  sent: [
    'De nieuwe link is onderweg',
    'Hij gaat naar het adres waarheen ook deze link is gestuurd. Kijk zo nodig bij de ongewenste mail.',
    200,
  ],
  'nothing-to-answer': [
    'Er staat niets open',
    'Er wordt nu geen antwoord verwacht; een nieuwe link is niet nodig.',
    409,
  ],
  paused: [
    'Er gaan nu geen berichten uit',
    'De berichten van dit traject worden tegengehouden. Vraag de projectleider wanneer ze weer gaan.',
    409,
  ],
  'too-many': [
    'Er zijn al links verstuurd',
    `Er gaan hoogstens ${MOST_AN_HOUR} nieuwe links per uur naar een adres. Kijk in uw mail, of probeer het over een uur opnieuw.`,
    429,
  ],
  refused: [
    'Het bericht kon niet worden verstuurd',
    'Probeer het later opnieuw, of vraag de projectleider om uw antwoord vast te leggen.',
    503,
  ],
};

/** A new link by mail; what is posted says nothing of where it goes. */
export async function takeNewLink(
  deps: DecideDependencies,
  c: Context,
  view: LinkView,
  tokens: FormTokens,
  token: string,
): Promise<Response> {
  const { stage } = deps;
  if (!tokens.holds(token, 'nieuwe-link'))
    return c.html(
      <MessagePage title="Vraag het opnieuw" stage={stage} offer={{ view, token: tokens.of('nieuwe-link') }}>
        <p>Deze pagina stond te lang open. Er is niets verstuurd.</p>
      </MessagePage>,
      403,
    );
  const [title, sentence, status] = WHAT_HAPPENED[await sendNewLink(deps, view)];
  return c.html(
    <MessagePage title={title} stage={stage}>
      <p>{sentence}</p>
    </MessagePage>,
    status,
  );
}
