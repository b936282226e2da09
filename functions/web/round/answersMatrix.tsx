import type { Child } from 'hono/jsx';
import { dayOf } from '../../domain/calendar/days.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { RequestView, RoundView } from '../../operations/statusViews.ts';
import { roundAddress } from '../pages/addresses.ts';
import { ANSWER_TONE, NotPublicUntil } from '../pages/answer.tsx';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { roundName } from '../pages/roundName.ts';
import { stageGroups } from '../pages/stageGroups.ts';
import { Cell } from '../pages/tableCell.tsx';

interface Props {
  readonly caption: string;
  /** The columns, oldest first. */
  readonly rounds: readonly RoundView[];
  readonly trajectory: string;
}

/** Every body beside every round: who answered what, at a glance. */
export function AnswersMatrix({ caption, rounds, trajectory }: Props) {
  return (
    <table class="stacking matrix">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Orgaan</th>
          {rounds.map((round) => (
            <th scope="col">
              <a href={roundAddress(trajectory, round.id)}>{roundName(round)}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bodiesOf(rounds).map(({ body, name }) => (
          <tr>
            <th scope="row">{name}</th>
            {rounds.map((round) => (
              <Cell label={roundName(round)}>{answersOf(round, body)}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Colleges, joint bodies, councils: in the order in which the rounds ask them, each body once. */
function bodiesOf(rounds: readonly RoundView[]): Pick<RequestView, 'body' | 'name'>[] {
  const seen = new Map<string, RequestView>();
  const requests = rounds.flatMap((round) => stageGroups(round.requests).flatMap((group) => group.requests));
  const order = (body: string) => (body.endsWith('/college') ? 0 : body.endsWith('/council') ? 2 : 1);
  for (const request of requests) if (!seen.has(request.body)) seen.set(request.body, request);
  return [...seen.values()].sort((a, b) => order(a.body) - order(b.body));
}

/** A body may be asked in more than one stage of a round; nothing where it is asked in none. */
function answersOf(round: RoundView, body: string): Child {
  const asked = round.requests.filter((request) => request.body === body);
  if (asked.length === 0) return undefined;
  return asked.map((request) => <ShortAnswer request={request} running={round.status === 'open'} />);
}

const WORD: Readonly<Record<string, string>> = OUTCOME_WORD;

function ShortAnswer({ request, running }: { readonly request: RequestView; readonly running: boolean }) {
  const { outcome, status, decidedOn, newDate, askedAt, embargo } = request;
  if (outcome)
    return (
      <>
        <Badge tone={ANSWER_TONE[outcome] ?? 'waiting'}>{WORD[outcome] ?? outcome}</Badge>
        {decidedOn && (
          <span class="under">
            <DateOf day={decidedOn} />
          </span>
        )}
        {embargo && <NotPublicUntil day={embargo} />}
      </>
    );
  if (embargo)
    return (
      <>
        <Badge tone="waiting">antwoord gegeven</Badge>
        <NotPublicUntil day={embargo} />
      </>
    );
  if (status === 'open')
    return (
      <>
        <Badge tone={newDate ? 'warning' : 'active'}>{newDate ? OUTCOME_WORD.deferred : 'aan zet'}</Badge>
        {(newDate ?? askedAt) && (
          <span class="under">
            {newDate ? 'tot' : 'sinds'} <DateOf day={newDate ?? dayOf(askedAt ?? '')} />
          </span>
        )}
      </>
    );
  if (status === 'expected')
    return <span class="quiet">{running ? 'nog niet gevraagd' : 'niet gevraagd'}</span>;
  return <span class="quiet">gesloten zonder antwoord</span>;
}
