import { OUTCOME_WORD } from '../../domain/dutch.ts';
import { type IncomingItem, isOpenItem } from '../../domain/intake/incomingItem.ts';
import { TRIAGE } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { ItemActions, type ItemWork } from './itemActions.tsx';
import { ItemBadge } from './itemBadge.tsx';
import type { PlaceWords } from './placeWords.ts';

/** Characters: about a screen of a telephone. */
const SHOWN_AT_ONCE = 1000;

interface Props {
  readonly item: IncomingItem;
  readonly place: PlaceWords;
  /** What who reads this may do with it; nothing once it is closed. */
  readonly work: ItemWork;
  readonly stage: string;
  /** What was just done, or why it was not. */
  readonly notice?: string | undefined;
}

/** One thing that came in: as it came, what was read of it, and what can be done with it or was. */
export function ItemPage({ item, place, work, stage, notice }: Props) {
  return (
    <Document title={notice ? `Let op: ${item.title}` : item.title} stage={stage}>
      <BackTo to={TRIAGE}>Triage</BackTo>
      <h1>{item.title}</h1>
      {notice && (
        <p class="card record" role="alert">
          {notice}
        </p>
      )}
      <p>
        <ItemBadge item={item} />
      </p>
      {isOpenItem(item) ? <p class="lead">{item.reason}</p> : <Closed item={item} />}
      <section aria-labelledby="gelezen">
        <h2 id="gelezen">Wat ervan gelezen is</h2>
        <Read item={item} place={place} />
      </section>
      <section aria-labelledby="bericht">
        <h2 id="bericht">Het bericht, zoals het kwam</h2>
        <Content content={item.content} />
      </section>
      {isOpenItem(item) && <ItemActions item={item} work={work} />}
    </Document>
  );
}

function Read({ item, place }: Pick<Props, 'item' | 'place'>) {
  const { outcome, on, reference, note } = item.draft;
  return (
    <Facts>
      <Fact label="Van">
        {item.source}
        {item.municipality && ` (${item.municipality})`}, <Moment at={item.receivedAt} />
      </Fact>
      {place.trajectory && <Fact label="Traject">{place.trajectory}</Fact>}
      {place.round && <Fact label="Voorstel">{place.round}</Fact>}
      {place.body && <Fact label="Orgaan">{place.body}</Fact>}
      {outcome && <Fact label="Uitkomst">{OUTCOME_WORD[outcome]}</Fact>}
      {on && (
        <Fact label="Datum van het besluit">
          <DateOf day={on} />
        </Fact>
      )}
      {reference && <Fact label="Kenmerk">{reference}</Fact>}
      {note && (
        <Fact label="Toelichting">
          <span class="written">{note}</span>
        </Fact>
      )}
    </Facts>
  );
}

/** As text, whatever it is; what is long does not push away what can be done with it. */
function Content({ content }: Pick<IncomingItem, 'content'>) {
  if (content === '') return <p>Er is geen bericht; wij stelden dit zelf vast.</p>;
  const text = (
    <pre>
      <code>{content}</code>
    </pre>
  );
  return content.length <= SHOWN_AT_ONCE ? (
    text
  ) : (
    <details>
      <summary>Toon alle {content.length} tekens</summary>
      {text}
    </details>
  );
}

/** Who dealt with it, when, and what became of it. */
function Closed({ item: { status, closedBy, closedAt, closedBecause } }: Pick<Props, 'item'>) {
  return (
    <div class="card record">
      <p>
        {status === 'accepted' ? 'Overgenomen' : 'Afgewezen'} door {closedBy ?? 'iemand anders'}
        {closedAt && (
          <>
            {' '}
            op <Moment at={closedAt} />
          </>
        )}
        .
      </p>
      {closedBecause && <p class="written">{closedBecause}</p>}
    </div>
  );
}
