import type { DeadLetter } from '../../operations/intake/ports.ts';
import { DEAD_LETTERS, sourcePageAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Moment } from '../pages/moment.tsx';
import { OneButton } from './sourceForms.tsx';

/** Enough to see what it is about. */
const SHOWN = 500;

interface Props {
  readonly letters: readonly DeadLetter[];
  /** How many there are, also those that somebody looked at a moment ago; the queue counts approximately. */
  readonly count: number;
  readonly stage: string;
}

/** Messages that were tried for a day in vain. Looking takes nothing away. */
export function DeadLettersPage({ letters, count, stage }: Props) {
  const hidden = Math.max(0, count - letters.length);
  return (
    <Document title="Onbestelbare berichten" stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Onbestelbare berichten</h1>
      <p class="lead">
        Wat een dag lang niet kon worden verwerkt. Zij blijven veertien dagen bewaard. Neem de oorzaak weg en
        zet ze dan terug: wat al verwerkt was, heeft geen tweede gevolg.
      </p>
      {count === 0 && <p>Er zijn er geen.</p>}
      {hidden > 0 && (
        <p>
          Nog ongeveer {hidden} zijn hier nu niet te zien: iemand bekeek ze net, of het zijn er te veel voor
          één pagina. Ververs de pagina over een paar seconden.
        </p>
      )}
      {count > 0 && <OneButton to={DEAD_LETTERS}>Zet ze alle terug in de wachtrij</OneButton>}
      {letters.length > 0 && (
        <ul class="letters">
          {letters.map((letter) => (
            <Letter letter={letter} />
          ))}
        </ul>
      )}
    </Document>
  );
}

function Letter({ letter: { message, receivedAt, times } }: { readonly letter: DeadLetter }) {
  const content = message?.content ?? '';
  return (
    <li class="card">
      <p>
        {message ? (
          <a href={sourcePageAddress(message.source)}>{message.source}</a>
        ) : (
          'Niet van een bron van ons'
        )}
        , ontvangen <Moment at={receivedAt} />, {times} keer geprobeerd of bekeken
      </p>
      {message && (
        <pre>
          <code>
            {content.slice(0, SHOWN)}
            {content.length > SHOWN && ' …'}
          </code>
        </pre>
      )}
    </li>
  );
}
