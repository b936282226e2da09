import { BackTo } from '../../../functions/web/pages/backTo.tsx';
import { Document } from '../../../functions/web/pages/document.tsx';
import { Moment } from '../../../functions/web/pages/moment.tsx';
import { Cell } from '../../../functions/web/pages/tableCell.tsx';
import { DEMO } from '../demo/addresses.ts';
import { mailAddress, POSTBOX } from './addresses.ts';
import type { LocalMail } from './readMails.ts';

interface Props {
  readonly mails: readonly LocalMail[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Only the mails of this trajectory are shown. */
  readonly trajectory: string | undefined;
}

/** What was sent, the newest first. */
export function PostboxPage({ mails, page, pages, total, trajectory }: Props) {
  const query = trajectory === undefined ? '' : `&traject=${encodeURIComponent(trajectory)}`;
  return (
    <Document title="Postbus" stage="local">
      <BackTo to={trajectory === undefined ? '/' : DEMO}>
        {trajectory === undefined ? 'Alle trajecten' : 'Proeftraject'}
      </BackTo>
      <h1>Postbus</h1>
      <p class="lead">
        De mails die deze lokale omgeving verstuurde. Zij blijven hier: niemand krijgt ze echt.
      </p>
      {trajectory !== undefined && (
        <p>
          Alleen die van <strong class="visitor-name">{trajectory}</strong>.{' '}
          <a href={POSTBOX}>Toon alle mails</a>
        </p>
      )}
      {mails.length === 0 ? (
        <p>Er is nog niets verstuurd.</p>
      ) : (
        <table class="stacking">
          <caption>
            {total === 1 ? '1 mail' : `${total} mails`}, de nieuwste eerst
            {pages > 1 && `; bladzijde ${page} van ${pages}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Onderwerp</th>
              <th scope="col">Aan</th>
              <th scope="col">Verstuurd</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr>
                <th scope="row">
                  <a href={mailAddress(mail.id)}>{shortened(mail.subject)}</a>
                </th>
                <Cell label="Aan">
                  <span class="written">{mail.to.join(', ')}</span>
                </Cell>
                <Cell label="Verstuurd">
                  <Moment at={mail.sentAt} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <ul class="link-list">
          {page > 1 && (
            <li>
              <a href={`${POSTBOX}?bladzijde=${page - 1}${query}`}>Nieuwere mails</a>
            </li>
          )}
          {page < pages && (
            <li>
              <a href={`${POSTBOX}?bladzijde=${page + 1}${query}`}>Oudere mails</a>
            </li>
          )}
        </ul>
      )}
    </Document>
  );
}

const LONGEST_SUBJECT = 200;

/** The whole of it is on the page of the mail. */
function shortened(subject: string): string {
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT)}…` : subject;
}
