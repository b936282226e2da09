import type { RequestView, RoundView } from '../../operations/statusViews.ts';
import { Answer } from './answer.tsx';
import { DateOf } from './date.tsx';
import { roundName } from './roundName.ts';
import { stageGroups } from './stageGroups.ts';
import { Cell } from './tableCell.tsx';

/** What each body of a round answered, at a glance. */
export function AnswersTable({ round }: { readonly round: RoundView }) {
  return (
    <table class="stacking">
      <caption>Antwoorden: {roundName(round)}</caption>
      <thead>
        <tr>
          <th scope="col">Orgaan</th>
          <th scope="col">Antwoord</th>
          <th scope="col">Datum</th>
          <th scope="col">Kenmerk</th>
          <th scope="col">Toelichting</th>
        </tr>
      </thead>
      {stageGroups(round.requests).map(({ title, requests }) => (
        <tbody>
          <tr class="group">
            <th scope="rowgroup" colspan={5}>
              {title} <span class="group-count">{countOf(requests)}</span>
            </th>
          </tr>
          {requests.map((request) => (
            <tr>
              <th scope="row">{request.name}</th>
              <Cell label="Antwoord">
                <Answer request={request} running={round.status === 'open'} />
              </Cell>
              <Cell label="Datum">{request.decidedOn && <DateOf day={request.decidedOn} />}</Cell>
              <Cell label="Kenmerk">{request.reference}</Cell>
              <Cell label="Toelichting">{request.note && <span class="written">{request.note}</span>}</Cell>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function countOf(requests: readonly RequestView[]): string {
  const answered = requests.filter(({ status }) => status === 'decided').length;
  return `${answered} van ${requests.length} beantwoord`;
}
