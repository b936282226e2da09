import type { Child } from 'hono/jsx';
import { dayOf } from '../../domain/calendar/days.ts';
import type { DocumentView } from '../../operations/readRound.ts';
import { DateOf } from '../pages/date.tsx';
import { sizeWords } from '../pages/sizeWords.ts';

interface Props {
  readonly documents: readonly DocumentView[];
  /** The way to all of it as one archive, for who may have that. */
  readonly dossier: Child;
  /** The way to the memo for the councils, for who may look at it. */
  readonly memo: Child;
}

/** Which decision lists were added; they are kept with the answers and have no address to be fetched from. */
export function Documents({ documents, dossier, memo }: Props) {
  return (
    <section aria-labelledby="stukken">
      <h2 id="stukken">Besluitenlijsten</h2>
      {documents.length === 0 ? (
        <p>Bij deze ronde is nog geen besluitenlijst toegevoegd.</p>
      ) : (
        <ul>
          {documents.map(({ name, size, addedAt }) => (
            <li>
              Besluitenlijst van {name}: PDF, {sizeWords(size)}, toegevoegd op <DateOf day={dayOf(addedAt)} />
            </li>
          ))}
        </ul>
      )}
      {memo}
      {dossier}
    </section>
  );
}
