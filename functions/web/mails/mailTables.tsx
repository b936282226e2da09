import { mailKindWord } from '../../domain/mails/mailWords.ts';
import type { MailView } from '../../operations/mailViews.ts';
import { DateOf } from '../pages/date.tsx';
import { Moment } from '../pages/moment.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { MAILS, mailAddress } from './mailPaths.ts';

interface Props {
  readonly trajectory: string;
  readonly mails: readonly MailView[];
}

/** What still goes: when, to whom and why. */
export function ToComeTable({ trajectory, mails }: Props) {
  return (
    <table class="stacking">
      <caption>Wat nog gaat, met de ontvangers en dagen zoals zij nu zijn</caption>
      <thead>
        <tr>
          <th scope="col">Onderwerp</th>
          <th scope="col">Aan</th>
          <th scope="col">Wanneer</th>
          <th scope="col">Waarom</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr>
            <Subject trajectory={trajectory} mail={mail} />
            <Cell label="Aan">{receivers(mail)}</Cell>
            <Cell label="Wanneer">{whenOf(mail)}</Cell>
            <Cell label="Waarom">{mailKindWord(mail.kind)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whenOf({ status, plannedOn }: MailView) {
  if (plannedOn)
    return (
      <>
        <DateOf day={plannedOn} />
        <span class="under">als er dan niets is gebeurd</span>
      </>
    );
  if (status === 'stopped')
    return (
      <>
        gaat niet
        <span class="under">
          het adres <a href={`${MAILS}#adressen`}>krijgt geen berichten</a>
        </span>
      </>
    );
  return status === 'paused' ? 'zodra de mails weer gaan' : 'zo dadelijk, uiterlijk morgenochtend';
}

/** What was refused, and why; it is tried again by itself. */
export function FailedTable({ trajectory, mails }: Props) {
  return (
    <table class="stacking">
      <caption>Wordt vanzelf opnieuw geprobeerd</caption>
      <thead>
        <tr>
          <th scope="col">Onderwerp</th>
          <th scope="col">Aan</th>
          <th scope="col">Pogingen</th>
          <th scope="col">Waarom het niet lukte</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr>
            <Subject trajectory={trajectory} mail={mail} />
            <Cell label="Aan">{receivers(mail)}</Cell>
            <Cell label="Pogingen">{mail.attempts}</Cell>
            <Cell label="Waarom">{mail.error}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What left: when, to whom, and under which id the mail service knows it. */
export function SentTable({ trajectory, mails }: Props) {
  return (
    <table class="stacking">
      <caption>Verzonden, het nieuwste eerst</caption>
      <thead>
        <tr>
          <th scope="col">Onderwerp</th>
          <th scope="col">Aan</th>
          <th scope="col">Wanneer</th>
          <th scope="col">Nummer bij de mailserver</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr>
            <Subject trajectory={trajectory} mail={mail} why />
            <Cell label="Aan">{receivers(mail)}</Cell>
            <Cell label="Wanneer">{mail.sentAt && <Moment at={mail.sentAt} />}</Cell>
            <Cell label="Nummer">{mail.messageId && <code>{mail.messageId}</code>}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SubjectProps {
  readonly trajectory: string;
  readonly mail: MailView;
  /** Says under it why it leaves. */
  readonly why?: boolean;
}

function Subject({ trajectory, mail, why }: SubjectProps) {
  return (
    <th scope="row">
      <a href={mailAddress(trajectory, mail.reference)}>{mail.subject}</a>
      {why && <span class="under">{mailKindWord(mail.kind)}</span>}
    </th>
  );
}

/** All of them stand on the mail's own page. */
function receivers({ to }: MailView): string {
  return to.length > 2 ? `${to[0]} en ${to.length - 1} anderen` : to.join(', ');
}
