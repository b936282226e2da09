import { dayOf } from '../../domain/calendar/days.ts';
import type { Round } from '../../domain/round/round.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { WorkIn } from '../../operations/readOwnWork.ts';
import { roundAddress } from '../pages/addresses.ts';
import { DateOf } from '../pages/date.tsx';
import { roundName } from '../pages/roundName.ts';
import { firstOf } from './firstOf.ts';
import { WorkSection } from './workSection.tsx';

interface Props {
  readonly revisions: readonly { readonly round: Round; readonly of: WorkIn }[];
}

/** Rounds in which the bodies were divided: the next one begins with the revised proposal. */
export function LeadRevisions({ revisions }: Props) {
  if (revisions.length === 0) return null;
  const { first, more } = firstOf(revisions);
  return (
    <WorkSection id="herzien" title="Te herziene voorstellen" more={more}>
      <ul class="letters">
        {first.map(({ round, of }) => (
          <li class="card turn">
            <p class="turn-who">
              <a href={roundAddress(round.trajectory, formatRoundId(round))}>
                {roundName({ id: formatRoundId(round), title: round.title })}
              </a>
            </p>
            <p class="quiet">{of.trajectory.title}</p>
            <p>
              De organen waren verdeeld
              {round.closedAt && (
                <>
                  ; het voorstel ligt sinds <DateOf day={dayOf(round.closedAt)} /> bij u
                </>
              )}
              . Met het herziene voorstel begint de volgende ronde:
            </p>
            <pre>
              <code>
                npx besluitketen revise {round.trajectory} {formatRoundId(round)} --note "…"
              </code>
            </pre>
          </li>
        ))}
      </ul>
    </WorkSection>
  );
}
