import type { ExecutionView } from '../../operations/executions/readExecution.ts';
import { Moment } from '../pages/moment.tsx';
import { PageLinks, sheetOf } from '../pages/pageLinks.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { historySentence } from './historySentence.ts';

const LINES_A_PAGE = 50;

interface Props {
  readonly view: Pick<ExecutionView, 'events' | 'more'>;
  readonly page: string | undefined;
  readonly to: (page: number) => string;
}

/** What an execution went through, a sentence a line, the oldest first. */
export function HistoryTable({ view: { events, more }, page, to }: Props) {
  const lines = events.flatMap((event) => {
    const sentence = historySentence(event);
    return sentence === undefined ? [] : [{ ...event, sentence }];
  });
  const sheet = sheetOf(lines, page, LINES_A_PAGE);
  return (
    <>
      <div class="card">
        <table class="stacking log history">
          <caption>Wat er in deze uitvoering gebeurde, het oudste eerst</caption>
          <thead>
            <tr>
              <th scope="col">Wanneer</th>
              <th scope="col">Wat</th>
              <th scope="col">In de console</th>
            </tr>
          </thead>
          <tbody>
            {sheet.shown.map(({ id, at, sentence, type, state }) => (
              <tr>
                <th scope="row">
                  <Moment at={at} />
                </th>
                <Cell label="Wat">{sentence}</Cell>
                <Cell label="In de console">
                  {id}. <code>{type}</code>
                  {state && <span class="under">{state}</span>}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && <p>Deze geschiedenis is langer dan hier past; de rest staat in de AWS-console.</p>}
      <PageLinks sheet={sheet} to={to} />
    </>
  );
}
