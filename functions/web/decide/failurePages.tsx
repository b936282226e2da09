import type { Context } from 'hono';
import { Unavailable } from '../../domain/unavailable.ts';
import { MessagePage } from './messagePage.tsx';

type Page = Response | Promise<Response>;

/** Mistyped, cut off, or so old that it was forgotten: nobody can say whose it was, so there is no new one to be had here. */
export function unknownLinkPage(c: Context, stage: string): Page {
  return c.html(
    <MessagePage title="Deze link kennen wij niet" stage={stage}>
      <p>
        Misschien is hij niet helemaal overgenomen: open hem uit het bericht zelf, of kopieer het hele adres.
        Wij kunnen van hieruit geen nieuwe sturen, omdat wij niet weten van wie hij is.
      </p>
      <p>Antwoorden kan ook door de projectleider te mailen: antwoord op het bericht waarin de link stond.</p>
    </MessagePage>,
    404,
  );
}

/** Not a page of ours that posted it, or a browser that cannot say so. */
export function foreignFormPage(c: Context, stage: string): Page {
  return c.html(
    <MessagePage title="Dit formulier kwam niet van onze pagina" stage={stage}>
      <p>
        Er is niets vastgelegd. Open de link uit het bericht en vul het formulier daar in. Blijft dit
        gebeuren, gebruik dan een nieuwere browser.
      </p>
    </MessagePage>,
    403,
  );
}

export function noFormPage(c: Context, stage: string): Page {
  return c.html(
    <MessagePage title="Dit kunnen wij niet lezen" stage={stage}>
      <p>Er is niets vastgelegd. Open de link uit het bericht en vul het formulier daar in.</p>
    </MessagePage>,
    400,
  );
}

export function tooLargePage(c: Context, stage: string): Page {
  return c.html(
    <MessagePage title="Dit is te lang" stage={stage}>
      <p>
        Er is niets vastgelegd. Ga terug en kort de toelichting in; de volledige tekst kan mee in de
        besluitenlijst.
      </p>
    </MessagePage>,
    413,
  );
}

/** After a POST nobody knows how far it came; the link itself shows what is on record. */
export function failedPage(c: Context, stage: string, error: unknown): Page {
  const unavailable = error instanceof Unavailable;
  return c.html(
    <MessagePage
      title={unavailable ? 'De gegevens zijn nu niet bereikbaar' : 'Deze pagina kan niet worden getoond'}
      stage={stage}
    >
      <p>
        {unavailable
          ? 'Probeer het over een paar minuten opnieuw.'
          : 'Er ging bij ons iets mis. Probeer het later opnieuw, en waarschuw de projectleider als het blijft gebeuren.'}{' '}
        De link uit het bericht laat steeds zien wat er vastligt.
      </p>
    </MessagePage>,
    unavailable ? 503 : 500,
  );
}
