import { MAIL_STATUS_WORD, mailKindWord } from '../../domain/mails/mailWords.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { MailView } from '../../operations/mailViews.ts';
import { BackTo } from '../pages/backTo.tsx';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { mailAddress, mailsAddress } from './mailPaths.ts';

interface Props {
  readonly trajectory: Trajectory;
  readonly mail: MailView;
  readonly stage: string;
}

/** One mail as its recipient reads it; the personal link alone is in the message itself, and nowhere else. */
export function MailPage({ trajectory: { id, title }, mail, stage }: Props) {
  const { subject, to, replyTo, kind, status, plannedOn, sentAt, messageId, attempts, error } = mail;
  const { reference, text } = mail;
  return (
    <Document title={subject} stage={stage}>
      <BackTo to={mailsAddress(id)}>{`Mails van ${title}`}</BackTo>
      <h1 class="written">{subject}</h1>
      <Facts>
        <Fact label="Stand">{MAIL_STATUS_WORD[status]}</Fact>
        <Fact label="Waarom">{mailKindWord(kind)}</Fact>
        {plannedOn && (
          <Fact label="Gaat op">
            <DateOf day={plannedOn} />, als er dan niets is gebeurd
          </Fact>
        )}
        {sentAt && (
          <Fact label="Verzonden">
            <Moment at={sentAt} />
          </Fact>
        )}
        <Fact label="Aan">{to.join(', ')}</Fact>
        <Fact label="Antwoorden gaan naar">{replyTo}</Fact>
        {error && (
          <Fact label="Waarom het niet lukte">
            {error} ({attempts} keer geprobeerd)
          </Fact>
        )}
        {messageId && (
          <Fact label="Nummer bij de mailserver">
            <code>{messageId}</code>
          </Fact>
        )}
        <Fact label="Berichtkenmerk">
          <code>{reference}</code>
        </Fact>
        {mail.attachments && (
          <Fact label="Bijlagen">{mail.attachments.map(({ filename }) => filename).join(', ')}</Fact>
        )}
      </Facts>
      <p>
        <a href={mailAddress(id, reference, 'opgemaakt')}>Bekijk het opgemaakt, zoals een mailprogramma</a>
      </p>
      {sentAt && (
        <p class="quiet">
          Getekend uit wat nu is vastgelegd; wat er in het verzonden bericht stond kan op onderdelen ouder
          zijn.
        </p>
      )}
      <section aria-labelledby="tekst">
        <h2 id="tekst">Als tekst</h2>
        <pre class="mail-text">{text}</pre>
      </section>
    </Document>
  );
}
