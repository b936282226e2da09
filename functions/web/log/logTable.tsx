import type { LogPage } from '../../operations/readLog.ts';
import { Moment } from '../pages/moment.tsx';
import { Cell } from '../pages/tableCell.tsx';

/** A note may be a page long; all of it is in the files, and a hundred of them would not fit here. */
const LONGEST = 300;

export function LogTable({ page: { title, lines } }: { readonly page: LogPage }) {
  return (
    <div class="card">
      <table class="stacking log">
        <caption>Logboek van {title}, het nieuwste eerst</caption>
        <thead>
          <tr>
            <th scope="col">Wanneer</th>
            <th scope="col">Wat</th>
            <th scope="col">Soort</th>
            <th scope="col">Door</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, word, sentence, by, via }) => (
            <tr>
              <th scope="row">
                <Moment at={at} />
              </th>
              <Cell label="Wat">{shown(sentence)}</Cell>
              <Cell label="Soort">{word}</Cell>
              <Cell label="Door">
                {by}
                <span class="under">{via}</span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(sentence: string): string {
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST).trimEnd()} …` : sentence;
}
