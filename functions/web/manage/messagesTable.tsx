import { MESSAGE_WORD } from '../../domain/intake/messageWords.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import { itemAddress } from '../pages/addresses.ts';
import { Badge, type Tone } from '../pages/badge.tsx';
import { Moment } from '../pages/moment.tsx';
import { Cell } from '../pages/tableCell.tsx';

const TONE: Readonly<Record<SeenMessage['status'], Tone>> = {
  working: 'active',
  recorded: 'done',
  unchanged: 'done',
  proposed: 'active',
  triage: 'warning',
  ignored: 'waiting',
  held: 'warning',
  failed: 'stopped',
};

interface Props {
  readonly caption: string;
  readonly messages: readonly SeenMessage[];
}

/** What became of messages; never what was in them. */
export function MessagesTable({ caption, messages }: Props) {
  return (
    <table class="stacking">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Wanneer</th>
          <th scope="col">Stand</th>
          <th scope="col">Herhaald</th>
          <th scope="col">Bericht</th>
          <th scope="col">Wat ervan werd</th>
        </tr>
      </thead>
      <tbody>
        {messages.map(({ receivedAt, status, said, repeats, item }) => (
          <tr>
            <th scope="row">
              <Moment at={receivedAt} />
            </th>
            <Cell label="Stand">
              <Badge tone={TONE[status]}>{MESSAGE_WORD[status]}</Badge>
            </Cell>
            <Cell label="Herhaald">{repeats > 0 && `${repeats} keer`}</Cell>
            <Cell label="Bericht">{item && <a href={itemAddress(item)}>bekijk {item.slice(0, 4)}</a>}</Cell>
            <Cell label="Wat ervan werd">{said}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
