import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { Unavailable } from '../../domain/unavailable.ts';
import { Document } from './document.tsx';

export function notFoundPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Deze pagina bestaat niet" stage={stage}>
      Controleer het adres, of ga naar het overzicht.
    </MessagePage>
  );
  return c.html(page, 404);
}

export function unknownTrajectoryPage(c: Context, stage: string) {
  const page = (
    <MessagePage title="Dit traject bestaat niet" stage={stage}>
      Er is geen traject met dit adres. Misschien is het adres niet helemaal overgenomen; in het overzicht
      staan de trajecten die er wel zijn.
    </MessagePage>
  );
  return c.html(page, 404);
}

export function notAllowedPage(c: Context, stage: string, methods: readonly string[]) {
  const page = (
    <MessagePage title="Dit kan hier niet" stage={stage}>
      Deze pagina kunt u alleen bekijken. Er is niets gewijzigd.
    </MessagePage>
  );
  return c.html(page, 405, { allow: methods.join(', ') });
}

/** Says what the reader can do and nothing of the cause: that is in the log. */
export function failurePage(c: Context, stage: string, error: unknown) {
  const unavailable = error instanceof Unavailable;
  const page = (
    <MessagePage
      title={unavailable ? 'De gegevens zijn nu niet bereikbaar' : 'Deze pagina kan niet worden getoond'}
      stage={stage}
    >
      {unavailable
        ? 'Er gaat niets verloren. Probeer het over een paar minuten opnieuw.'
        : 'Er ging bij ons iets mis; er is niets gewijzigd. Probeer het later opnieuw, en waarschuw de beheerder als het blijft gebeuren.'}
    </MessagePage>
  );
  return c.html(page, unavailable ? 503 : 500);
}

interface Props {
  readonly title: string;
  readonly stage: string;
  readonly children: Child;
  /** Where to go from here, when that is not the overview. */
  readonly onward?: Child;
}

export function MessagePage({ title, stage, children, onward }: Props) {
  return (
    <Document title={title} stage={stage}>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
      <p>{onward ?? <a href="/">Naar het overzicht van trajecten</a>}</p>
    </Document>
  );
}
