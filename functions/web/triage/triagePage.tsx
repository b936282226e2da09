import { dayOf } from '../../domain/calendar/days.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { itemAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { ItemBadge } from './itemBadge.tsx';
import type { PlaceWords } from './placeWords.ts';

export interface ListedItem {
  readonly item: IncomingItem;
  readonly place: PlaceWords;
}

interface Props {
  readonly items: readonly ListedItem[];
  /** How many more there are that a page has no room for. */
  readonly more: number;
  readonly stage: string;
}

/** What came in and waits for a person, the oldest first. */
export function TriagePage({ items, more, stage }: Props) {
  return (
    <Document title="Triage" stage={stage}>
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>Triage</h1>
      <p class="lead">Wat binnenkwam en niet zonder een mens kan worden vastgelegd, het oudste eerst.</p>
      {items.length === 0 ? <p>Er wacht niets op u.</p> : <ItemsTable items={items} />}
      {more > 0 && <p>Er wachten er nog {more}; zij verschijnen zodra deze zijn afgehandeld.</p>}
    </Document>
  );
}

/** What came in, a row each. */
export function ItemsTable({ items }: Pick<Props, 'items'>) {
  return (
    <table class="stacking">
      <caption>Wacht op een mens</caption>
      <thead>
        <tr>
          <th scope="col">Bericht</th>
          <th scope="col">Stand</th>
          <th scope="col">Gelezen</th>
          <th scope="col">Van</th>
          <th scope="col">Waarom</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, place }) => (
          <tr>
            <th scope="row">
              <a href={itemAddress(item.id)}>{item.title}</a>
            </th>
            <Cell label="Stand">
              <ItemBadge item={item} />
            </Cell>
            <Cell label="Gelezen">{readWords(item, place)}</Cell>
            <Cell label="Van">
              {item.source}
              <span class="under">
                <DateOf day={dayOf(item.receivedAt)} />
              </span>
            </Cell>
            <Cell label="Waarom">{item.reason}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function readWords({ draft }: IncomingItem, { body, round }: PlaceWords): string {
  return [body, round, draft.outcome && OUTCOME_WORD[draft.outcome]].filter(Boolean).join(', ');
}
