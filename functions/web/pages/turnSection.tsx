import type { Day } from '../../domain/calendar/days.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { roundAddress } from './addresses.ts';
import { AskedBody } from './askedBody.tsx';
import { Heading, type SectionLevel } from './heading.tsx';
import { OpenWork } from './openWork.tsx';
import { RevisionTask } from './revisionTask.tsx';
import { awaitsRevision, roundName } from './roundName.ts';

/** A page is at most 150 kB; who else is asked is in the answers of each round. */
const MOST_ASKED = 40;

interface Props {
  readonly status: TrajectoryStatus;
  readonly level: SectionLevel;
  readonly today: Day | undefined;
}

/** Who has to do something before the trajectory moves on: bodies, and the organisation. */
export function TurnSection({ status, level, today }: Props) {
  const id = `aan-zet-${status.trajectory}`;
  const revisions = status.rounds.filter(awaitsRevision);
  const between = status.rounds.filter(
    (round) => round.status === 'open' && !status.openRequests.some((request) => request.round === round.id),
  );
  const work = status.milestones.filter(
    ({ kind, status }) => status === 'open' && kind !== 'decision' && kind !== 'note',
  );
  const nobody = status.openRequests.length + revisions.length + between.length + work.length === 0;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        Wie is nu aan zet
      </Heading>
      {(status.openRequests.length > 0 || revisions.length > 0) && (
        <ul class="turns">
          {status.openRequests.slice(0, MOST_ASKED).map((request) => (
            <AskedBody
              request={request}
              round={status.rounds.find((round) => round.id === request.round)}
              trajectory={status.trajectory}
              today={today}
            />
          ))}
          {revisions.map((round) => (
            <RevisionTask round={round} trajectory={status.trajectory} />
          ))}
        </ul>
      )}
      {status.openRequests.length > MOST_ASKED && (
        <p>
          En nog {status.openRequests.length - MOST_ASKED} andere organen; zij staan bij hun besluitronde.
        </p>
      )}
      {between.map((round) => (
        <p>
          <a href={roundAddress(status.trajectory, round.id)}>{roundName(round)}</a> loopt, maar op dit moment
          staat er geen verzoek open. De volgende stap volgt vanzelf.
        </p>
      ))}
      {work.length > 0 && <OpenWork milestones={work} today={today} />}
      {nobody && <p>{nobodyBecause(status)}</p>}
    </section>
  );
}

function nobodyBecause({ milestones }: TrajectoryStatus): string {
  const ended = milestones.every(({ status }) => status === 'completed' || status === 'withdrawn');
  return ended
    ? 'Niemand: alle mijlpalen van dit traject zijn afgerond.'
    : 'Niemand op dit moment. De volgende mijlpaal opent vanzelf zodra haar periode begint en alles waarop zij wacht is afgerond.';
}
