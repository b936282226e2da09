import type { Trajectory } from '../../domain/trajectory.ts';
import type { MailView } from '../../operations/mailViews.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { Moment } from '../pages/moment.tsx';
import { PageLinks, sheetOf } from '../pages/pageLinks.tsx';
import { MAILS, mailsAddress } from './mailPaths.ts';
import { FailedTable, SentTable, ToComeTable } from './mailTables.tsx';

const A_PAGE = 50;

interface Props {
  readonly trajectory: Trajectory;
  readonly mails: readonly MailView[];
  /** Which pages of what is to come and of what was sent are asked for. */
  readonly asked: { readonly toCome: string | undefined; readonly sent: string | undefined };
  readonly stage: string;
}

/** The mails of one trajectory: what still goes, what was refused, what left; and holding them back. */
export function MailsPage({ trajectory, mails, asked, stage }: Props) {
  const { id, title } = trajectory;
  const own = mailsAddress(id);
  const toCome = mails.filter(({ status }) => ['planned', 'to-send', 'paused', 'stopped'].includes(status));
  const ahead = sheetOf([...toCome].sort(byDay), asked.toCome, A_PAGE);
  const failed = mails.filter(({ status }) => status === 'failed');
  const sent = sheetOf(
    mails.filter(({ status }) => status === 'sent'),
    asked.sent,
    A_PAGE,
  );
  return (
    <Document title={`Mails: ${title}`} stage={stage}>
      <BackTo to={MAILS}>Mails</BackTo>
      <h1>Mails van {title}</h1>
      <MailPause trajectory={trajectory} />
      {failed.length > 0 && (
        <section aria-labelledby="geweigerd">
          <h2 id="geweigerd">Niet gelukt</h2>
          <FailedTable trajectory={id} mails={failed} />
        </section>
      )}
      <section aria-labelledby="komend">
        <h2 id="komend">
          Nog te verzenden <span class="count">({toCome.length})</span>
        </h2>
        {toCome.length === 0 ? (
          <p>Er gaat nu niets, en er is niets gepland.</p>
        ) : (
          <ToComeTable trajectory={id} mails={ahead.shown} />
        )}
        <PageLinks sheet={ahead} to={(page) => `${own}?komend=${page}#komend`} />
      </section>
      <section aria-labelledby="verzonden">
        <h2 id="verzonden">Verzonden</h2>
        {sent.shown.length === 0 ? (
          <p>Er is nog niets verzonden.</p>
        ) : (
          <SentTable trajectory={id} mails={sent.shown} />
        )}
        <PageLinks sheet={sent} to={(page) => `${own}?verzonden=${page}#verzonden`} />
      </section>
    </Document>
  );
}

/** What goes at once before what has a day, and days in their order. */
function byDay(a: MailView, b: MailView): number {
  return (a.plannedOn ?? '').localeCompare(b.plannedOn ?? '') || a.subject.localeCompare(b.subject, 'nl');
}

function MailPause({ trajectory: { id, mailsPausedAt } }: { readonly trajectory: Trajectory }) {
  return (
    <>
      <p>
        {mailsPausedAt ? (
          <>
            <Badge tone="warning">tegengehouden</Badge> sinds <Moment at={mailsPausedAt} />; er gaat niets
            uit, en niets raakt verloren.
          </>
        ) : (
          <>
            <Badge tone="done">gaan uit</Badge> zodra er reden voor is.
          </>
        )}
      </p>
      <p>
        {mailsPausedAt ? (
          <a class="button button-quiet" href={`${mailsAddress(id)}/hervatten`}>
            Laat de mails weer gaan …
          </a>
        ) : (
          <a class="button button-quiet" href={`${mailsAddress(id)}/pauze`}>
            Houd alle mails tegen …
          </a>
        )}
      </p>
    </>
  );
}
