import { dayOf } from '../../domain/calendar/days.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { OpenAnswer, WorkIn } from '../../operations/readOwnWork.ts';
import { answerAddress, roundAddress } from '../pages/addresses.ts';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { roundName } from '../pages/roundName.ts';
import { Cell } from '../pages/tableCell.tsx';
import { daysLeftWords, isLate } from './daysLeft.ts';
import { firstOf } from './firstOf.ts';
import { WorkSection } from './workSection.tsx';

type Answer = OpenAnswer & { readonly of: WorkIn };

const ASKED: Readonly<Record<string, string>> = {
  decide: 'Besluit over',
  advise: 'Advies over',
  note: 'Kennisname van',
};

/** The answers that are asked of the person's bodies, what is due first on top. */
export function AnswersTable({ answers }: { readonly answers: readonly Answer[] }) {
  if (answers.length === 0) return null;
  const { first, more } = firstOf([...answers].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)));
  return (
    <WorkSection id="antwoorden" title="Gevraagd aan uw orgaan" more={more}>
      <table class="stacking">
        <caption>Wat het eerst moet staat bovenaan</caption>
        <thead>
          <tr>
            <th scope="col">Voorstel</th>
            <th scope="col">Orgaan</th>
            <th scope="col">Gevraagd</th>
            <th scope="col">Uiterlijk</th>
            <th scope="col">Antwoord</th>
          </tr>
        </thead>
        <tbody>
          {first.map((answer) => (
            <AnswerRow answer={answer} />
          ))}
        </tbody>
      </table>
    </WorkSection>
  );
}

function AnswerRow({ answer }: { readonly answer: Answer }) {
  const { round, request, due, of } = answer;
  const id = formatRoundId(round);
  const name = bodiesOf(of.plan).find((body) => body.id === request.body)?.name ?? request.body;
  const proposal = roundName({ id, title: round.title });
  const deferral = request.deferrals.at(-1);
  return (
    <tr>
      <th scope="row">
        {ASKED[request.role]} <a href={roundAddress(round.trajectory, id)}>{proposal}</a>
        <span class="under">{of.trajectory.title}</span>
        {of.trajectory.clock === 'virtual' && <Badge tone="warning">simulatie</Badge>}
      </th>
      <Cell label="Orgaan">{name}</Cell>
      <Cell label="Gevraagd">{request.askedAt && <DateOf day={dayOf(request.askedAt)} />}</Cell>
      <Cell label="Uiterlijk">
        {due && (
          <>
            <DateOf day={due.day} />
            <span class="under">
              {isLate(due.day, of.today) ? (
                <Badge tone="stopped">{daysLeftWords(due.day, of.today)}</Badge>
              ) : (
                daysLeftWords(due.day, of.today)
              )}
            </span>
            {due.papersBy < due.day && (
              <span class="under">
                stukken uiterlijk <DateOf day={due.papersBy} />
              </span>
            )}
            {deferral && <span class="under">aangehouden</span>}
          </>
        )}
      </Cell>
      <Cell label="Antwoord">
        <a href={answerAddress({ trajectory: round.trajectory, round: id, body: request.body })}>
          Leg het antwoord van {name} vast
        </a>
      </Cell>
    </tr>
  );
}

/** What has no day any more comes last. */
function dueOf({ due, request }: Answer): string {
  return `${due?.day ?? '9999-12-31'} ${request.askedAt ?? ''} ${request.round} ${request.body}`;
}
