import { dayOf } from '../../domain/calendar/days.ts';
import type { RoundView } from '../../operations/statusViews.ts';
import { roundAddress } from './addresses.ts';
import { DateOf } from './date.tsx';
import { roundName } from './roundName.ts';

/** What a divided round asks of the organisation before the bodies are asked again. */
export function RevisionTask({
  round,
  trajectory,
}: {
  readonly round: RoundView;
  readonly trajectory: string;
}) {
  return (
    <li class="card turn">
      <p class="turn-who">De organisatie werkt aan een herzien voorstel</p>
      <p>
        De organen waren verdeeld over <a href={roundAddress(trajectory, round.id)}>{roundName(round)}</a>.
        Met het herziene voorstel begint de volgende ronde.
      </p>
      {round.closedAt && (
        <p>
          Sinds <DateOf day={dayOf(round.closedAt)} />
        </p>
      )}
    </li>
  );
}
