import { BackTo } from '../../../functions/web/pages/backTo.tsx';
import { Document } from '../../../functions/web/pages/document.tsx';
import { Fact, Facts } from '../../../functions/web/pages/facts.tsx';
import { Moment } from '../../../functions/web/pages/moment.tsx';
import { mailAddress, POSTBOX, postboxOf } from './addresses.ts';
import type { LocalMail } from './readMails.ts';

interface Props {
  readonly mail: LocalMail;
  /** Of the portal: links to it can be followed from here. */
  readonly origin: string;
}

/** One mail: who gets it, how it looks, and its text. */
export function MailPage({ mail, origin }: Props) {
  const [trajectory = ''] = mail.reference.split('/');
  const links = linksTo(origin, mail.text);
  return (
    <Document title={mail.subject} stage="local">
      <BackTo to={trajectory === '' ? POSTBOX : postboxOf(trajectory)}>Postbus</BackTo>
      <h1 class="written">{mail.subject}</h1>
      <Facts>
        <Fact label="Van">{mail.from}</Fact>
        <Fact label="Aan">{mail.to.join(', ')}</Fact>
        <Fact label="Verstuurd">
          <Moment at={mail.sentAt} />
        </Fact>
        {mail.reference !== '' && <Fact label="Berichtkenmerk">{mail.reference}</Fact>}
      </Facts>
      {links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">Links in dit bericht</h2>
          <ul>
            {links.map((link) => (
              <li>
                <a class="written" href={link}>
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mail.html !== '' && (
        <section aria-labelledby="opgemaakt">
          <h2 id="opgemaakt">Zoals de ontvanger het ziet</h2>
          <iframe
            src={`${mailAddress(mail.id)}/html`}
            title="Het bericht, opgemaakt"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            width="100%"
            height="700"
          />
        </section>
      )}
      <section aria-labelledby="tekst">
        <h2 id="tekst">Als tekst</h2>
        <pre>{mail.text}</pre>
      </section>
    </Document>
  );
}

/** Pages only: what else a mail names is for its text. */
function linksTo(origin: string, text: string): string[] {
  const found = (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((link) => link.replace(/[.,;)]+$/, ''));
  return [...new Set(found)].filter((link) => link.startsWith(`${origin}/`));
}
