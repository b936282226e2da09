import type { RoundView, TrajectoryStatus } from '../../operations/statusViews.ts';
import { Heading, type SectionLevel } from './heading.tsx';
import { RoundDetails } from './roundDetails.tsx';
import { awaitsRevision } from './roundName.ts';

interface Props {
  readonly status: TrajectoryStatus;
  readonly level: SectionLevel;
}

export function RoundsSection({ status, level }: Props) {
  const id = `rondes-${status.trajectory}`;
  const rounds = [...status.rounds].sort(mostUrgentFirst);
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        Besluitrondes
      </Heading>
      {rounds.length === 0 && <p>Er is nog geen besluitronde geopend.</p>}
      {rounds.map((round) => (
        <RoundDetails round={round} trajectory={status.trajectory} level={level === 2 ? 3 : 4} />
      ))}
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
