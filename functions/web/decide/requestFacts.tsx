import { dayOf } from '../../domain/calendar/days.ts';
import { ROLE_REQUEST } from '../../domain/dutch.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { isPast } from '../pages/late.ts';
import { Reasons } from '../pages/reasons.tsx';
import { roundName } from '../pages/roundName.ts';

interface Props {
  readonly view: AskedView;
  /** Whose link shows this; absent where who reads it is signed in. */
  readonly linkOf?: string | undefined;
}

/** What is asked, of whom, and by when. */
export function RequestFacts({ view, linkOf }: Props) {
  const { roundView, requestView, round, request, today } = view;
  return (
    <Facts>
      <Fact label="Traject">{view.trajectory.title}</Fact>
      <Fact label="Voorstel">{roundName(roundView)}</Fact>
      {round.proposal && (
        <Fact label="Gevraagd besluit">
          <span class="written">{round.proposal}</span>
        </Fact>
      )}
      {round.revisionNote && (
        <Fact label="Wat er herzien is">
          <span class="written">{round.revisionNote}</span>
        </Fact>
      )}
      <Fact label="Orgaan">
        {view.body.name}, gevraagd {ROLE_REQUEST[view.role]}
      </Fact>
      {request?.askedAt && (
        <Fact label="Gevraagd op">
          <DateOf day={dayOf(request.askedAt)} />
        </Fact>
      )}
      {requestView.dueOn && (
        <Fact label="Uiterlijk">
          <DateOf day={requestView.dueOn} />{' '}
          {isPast(requestView.dueOn, today) && <Badge tone="stopped">te laat</Badge>}
          <Reasons moved={requestView.moved} />
        </Fact>
      )}
      {requestView.newDate && (
        <Fact label="Aangehouden tot">
          <DateOf day={requestView.newDate} />
        </Fact>
      )}
      {linkOf && <Fact label="Deze link is van">{linkOf}</Fact>}
    </Facts>
  );
}
