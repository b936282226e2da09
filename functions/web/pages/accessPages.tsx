import type { Context } from 'hono';
import type { Visitor } from '../access/visitor.ts';
import { MessagePage } from './messagePages.tsx';

/** For who is signed in and may not: says whom to ask, and with which address, and nothing of what is there. */
export function forbiddenPage(c: Context, stage: string, visitor: Visitor | undefined) {
  const page = (
    <MessagePage title="U hebt hier geen toegang" stage={stage}>
      {visitor
        ? `U bent aangemeld met ${visitor.session.mail}, en dat adres heeft voor deze pagina geen rol. Vraag de projectleider van uw traject of de beheerder van Besluitketen om toegang, en noem daarbij dit adres.`
        : 'Deze pagina is voor niemand opengesteld. Waarschuw de beheerder van Besluitketen.'}
    </MessagePage>
  );
  return c.html(page, 403);
}

/** A form that was not made for this session: sent by another site, or from a page of before signing in again. */
export function foreignFormPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Dit formulier kunnen wij niet aannemen" stage={stage}>
      Het hoort niet bij uw huidige aanmelding. Er is niets gewijzigd. Open de pagina opnieuw en vul haar nog
      eens in.
    </MessagePage>
  );
  return c.html(page, 403);
}

export function unreadableFormPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Dit kunnen wij niet lezen" stage={stage}>
      Er is niets vastgelegd. Open de pagina opnieuw en vul het formulier daar in.
    </MessagePage>
  );
  return c.html(page, 400);
}

export function tooLargePage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Dit is te veel tekst" stage={stage}>
      Wat u instuurde is groter dan wij aannemen. Er is niets gewijzigd. Kort de tekst in en probeer het
      opnieuw.
    </MessagePage>
  );
  return c.html(page, 413);
}

const AGAIN = <a href="/aanmelden">Opnieuw aanmelden</a>;

/** After signing in, with an answer that does not belong to a question of this browser, or is too late. */
export function signInFailedPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Het aanmelden is niet gelukt" stage={stage} onward={AGAIN}>
      Het duurde te lang, het is in een ander venster al afgemaakt, of uw e-mailadres is bij de aanmelddienst
      niet bevestigd. U bent niet aangemeld. Probeer het opnieuw; waarschuw de beheerder als het blijft
      gebeuren.
    </MessagePage>
  );
  return c.html(page, 400);
}

export function signInDeclinedPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="U bent niet aangemeld" stage={stage} onward={AGAIN}>
      U hebt het aanmelden afgebroken, of de aanmelddienst laat u niet toe. Vraag in dat geval de beheerder
      van Besluitketen.
    </MessagePage>
  );
  return c.html(page, 403);
}

export function signedOutPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="U bent afgemeld" stage={stage} onward={AGAIN}>
      Sluit op een gedeelde computer ook alle vensters van de browser.
    </MessagePage>
  );
  return c.html(page);
}
