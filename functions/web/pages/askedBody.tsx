import { mayDo } from '../../domain/access/accessTable.ts';
import { type Day, dayOf } from '../../domain/calendar/days.ts';
import { ROLE_REQUEST, ROLE_WORK } from '../../domain/dutch.ts';
import type { Place } from '../../domain/intake/candidate.ts';
import type { RequestView, RoundView } from '../../operations/statusViews.ts';
import { currentRequest } from '../access/visitor.ts';
import { answerAddress, roundAddress } from './addresses.ts';
import { Badge } from './badge.tsx';
import { DateOf } from './date.tsx';
import { daysAgo, isPast } from './late.ts';
import { Reasons } from './reasons.tsx';
import { roundName } from './roundName.ts';

const ASKED_TO: Readonly<Record<string, string>> = {
  decide: `${ROLE_REQUEST.decide} over`,
  advise: `${ROLE_REQUEST.advise} over`,
  note: `${ROLE_REQUEST.note} van`,
};

const WORK: Readonly<Record<string, string>> = ROLE_WORK;

interface Props {
  readonly request: RequestView;
  readonly round: RoundView | undefined;
  readonly trajectory: string;
  readonly today: Day | undefined;
}

/** One body that is to answer now: what it was asked, since when, and until when it postponed. */
export function AskedBody({ request, round, trajectory, today }: Props) {
  return (
    <li class="card turn">
      <p class="turn-who">{request.name}</p>
      <p>
        Gevraagd {ASKED_TO[request.role] ?? 'te antwoorden over'}{' '}
        {round && <a href={roundAddress(trajectory, round.id)}>{roundName(round)}</a>}
      </p>
      {request.askedAt && (
        <p>
          Sinds <DateOf day={dayOf(request.askedAt)} />
          {today && <span class="quiet"> ({daysAgo(dayOf(request.askedAt), today)})</span>}
        </p>
      )}
      {request.dueOn && (
        <p>
          {request.papersBy && request.papersBy < request.dueOn && (
            <>
              Stukken uiterlijk <DateOf day={request.papersBy} />,{' '}
            </>
          )}
          {WORK[request.role] ?? 'antwoord'} uiterlijk <DateOf day={request.dueOn} />{' '}
          {isPast(request.dueOn, today) && <Badge tone="stopped">te laat</Badge>}
          <Reasons moved={request.moved} />
        </p>
      )}
      {request.newDate && (
        <p>
          <Badge tone="warning">aangehouden</Badge> nieuwe datum: <DateOf day={request.newDate} />
          {isPast(request.newDate, today) && <strong> (voorbij)</strong>}
        </p>
      )}
      {request.newDate && request.reference && <p class="quiet">Kenmerk: {request.reference}</p>}
      {request.newDate && request.note && <p class="note">{request.note}</p>}
      {round && (
        <AnswerLink place={{ trajectory, round: round.id, body: request.body }} name={request.name} />
      )}
    </li>
  );
}

/** Only for who answers for this body. */
function AnswerLink({ place, name }: { readonly place: Place; readonly name: string }) {
  const grants = currentRequest()?.visitor?.grants ?? [];
  if (!mayDo(grants, 'answer-for-body', place)) return null;
  return (
    <p>
      <a href={answerAddress(place)}>Leg het antwoord van {name} vast</a>
    </p>
  );
}
