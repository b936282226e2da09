import type { RoundView, TrajectoryStatus } from '../../operations/statusViews.ts';
import { AnswersMatrix } from '../round/answersMatrix.tsx';
import { roundAddress } from './addresses.ts';
import { Heading, type SectionLevel } from './heading.tsx';
import { RoundDetails } from './roundDetails.tsx';
import { RoundBadge } from './roundFacts.tsx';
import { awaitsRevision, roundName } from './roundName.ts';

/** A page is at most 150 kB: the answers of other rounds are in the table of all, and on pages of their own. */
const MOST_IN_FULL = 6;
const MOST_COLUMNS = 5;

interface Props {
  readonly status: TrajectoryStatus;
  readonly level: SectionLevel;
}

export function RoundsSection({ status, level }: Props) {
  const id = `rondes-${status.trajectory}`;
  const rounds = [...status.rounds].sort(mostUrgentFirst);
  const urgent = rounds.filter((round) => urgency(round) > 0).length;
  const shown = Math.min(level === 2 ? Math.max(urgent, 1) : MOST_IN_FULL, MOST_IN_FULL);
  const inFull = rounds.slice(0, shown);
  const others = rounds.slice(shown);
  const columns = status.rounds.filter((round) => rounds.indexOf(round) < MOST_COLUMNS);
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        Besluitrondes
      </Heading>
      {rounds.length === 0 && <p>Er is nog geen besluitronde geopend.</p>}
      {level === 2 && rounds.length > 1 && (
        <div class="card glance">
          <AnswersMatrix
            caption={
              columns.length < rounds.length
                ? 'De laatste rondes in één oogopslag'
                : 'Alle rondes in één oogopslag'
            }
            rounds={columns}
            trajectory={status.trajectory}
          />
        </div>
      )}
      {inFull.map((round) => (
        <RoundDetails round={round} trajectory={status.trajectory} level={level === 2 ? 3 : 4} />
      ))}
      {others.length > 0 && (
        <>
          <p class="list-title">Eerdere besluitrondes</p>
          <ul class="link-list">
            {others.map((round) => (
              <li>
                <a href={roundAddress(status.trajectory, round.id)}>{roundName(round)}</a>{' '}
                <RoundBadge round={round} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function mostUrgentFirst(a: RoundView, b: RoundView): number {
  return urgency(b) - urgency(a) || b.openedAt.localeCompare(a.openedAt) || b.id.localeCompare(a.id);
}

function urgency(round: RoundView): number {
  if (round.status === 'open') return 2;
  return awaitsRevision(round) ? 1 : 0;
}
