import type { Context } from 'hono';
import { FORM_TOKEN } from '../access/ownForm.ts';
import { signInAddress } from '../access/signInAddress.ts';
import { Document } from './document.tsx';
import { OwnFormToken } from './ownFormToken.tsx';

/** Who took so long over a form of ours that the session is over: what was typed stays, here and nowhere else. */
export async function signedOutMeanwhilePage(c: Context, stage: string): Promise<Response> {
  const page = (
    <Document title="U bent niet meer aangemeld" stage={stage}>
      <h1>U bent niet meer aangemeld</h1>
      <p class="lead">Er is niets gewijzigd, en wat u invulde is niet weg zolang u deze pagina open laat.</p>
      <ol>
        <li>
          <a href={signInAddress('/')} target="_blank" rel="noopener">
            Meld u aan in een nieuw venster
          </a>
          .
        </li>
        <li>Kom hier terug en verstuur het formulier opnieuw.</li>
      </ol>
      <SendAgain c={c} posted={await c.req.parseBody()} />
    </Document>
  );
  return c.html(page, 401);
}

/** A form of ours from before this session: it counts once who is signed in now sends it. */
export async function earlierFormPage(c: Context, stage: string): Promise<Response> {
  const page = (
    <Document title="Verstuur het formulier opnieuw" stage={stage}>
      <h1>Verstuur het formulier opnieuw</h1>
      <p class="lead">
        Het hoort niet bij uw huidige aanmelding. Er is niets gewijzigd; wat u invulde is er nog.
      </p>
      <SendAgain c={c} posted={await c.req.parseBody()} />
    </Document>
  );
  return c.html(page, 403);
}

interface Props {
  readonly c: Context;
  readonly posted: Readonly<Record<string, unknown>>;
}

/** The same fields to the same address, with the token of who is signed in, if anybody is. */
function SendAgain({ c, posted }: Props) {
  const { pathname, search } = new URL(c.req.url);
  return (
    <form method="post" action={`${pathname}${search}`} class="form">
      <OwnFormToken />
      {Object.entries(posted).map(
        ([name, value]) =>
          name !== FORM_TOKEN &&
          typeof value === 'string' && <input type="hidden" name={name} value={value} />,
      )}
      {Object.values(posted).some((value) => value instanceof File && value.size > 0) && (
        <p>Een bestand gaat niet mee: dat kiest u daarna opnieuw.</p>
      )}
      <p>
        <button type="submit" class="button">
          Verstuur het opnieuw
        </button>
      </p>
    </form>
  );
}
