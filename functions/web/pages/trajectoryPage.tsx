import type { Day } from '../../domain/calendar/days.ts';
import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { BackTo } from './backTo.tsx';
import { Badge } from './badge.tsx';
import { Document } from './document.tsx';
import { Places } from './places.tsx';
import { TrajectoryDetails } from './trajectoryDetails.tsx';

interface Props {
  readonly status: TrajectoryStatus;
  readonly stage: string;
  readonly today: Day;
  readonly recesses: readonly CouncilRecesses[];
  readonly part: string | undefined;
}

export function TrajectoryPage({ status, stage, today, recesses, part }: Props) {
  const simulated = status.clock === 'virtual';
  return (
    <Document title={simulated ? `Simulatie: ${status.title}` : status.title} stage={stage}>
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>{status.title}</h1>
      {simulated && (
        <p>
          <Badge tone="warning">simulatie</Badge> Nagespeeld met een eigen klok: wat hier staat is niet echt
          besloten.
        </p>
      )}
      <Places trajectory={status.trajectory} />
      <TrajectoryDetails status={status} level={2} today={today} recesses={recesses} part={part} />
    </Document>
  );
}
