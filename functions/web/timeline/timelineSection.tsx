import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { trajectoryAddress } from '../pages/addresses.ts';
import type { PlanPart } from './planPart.ts';
import { PlanParts } from './planParts.tsx';
import { RecessList } from './recessList.tsx';
import { TimelineDrawing } from './timelineDrawing.tsx';
import { TimelineLegend } from './timelineLegend.tsx';
import { drawnRounds, milestoneRow, roundRow } from './timelineRows.ts';
import { timeScale } from './timeScale.ts';

/** More rounds than these would push the plan out of sight; all are in the table of rounds. */
const MOST_ROUNDS = 8;

interface Props {
  readonly status: TrajectoryStatus;
  readonly part: PlanPart;
  readonly recesses: readonly CouncilRecesses[];
}

/** The plan by quarter: what was planned, what happened, what is expected. */
export function TimelineSection({ status, part, recesses }: Props) {
  const id = `tijdlijn-${status.trajectory}`;
  const rounds = drawnRounds(status, MOST_ROUNDS);
  const { flags, today } = status;
  const scale = timeScale({ milestones: part.milestones, rounds }, today);
  const groups = [
    { title: 'Besluitrondes', rows: rounds.map((round) => roundRow(round, flags, today)) },
    { title: 'Mijlpalen', rows: part.milestones.map((milestone) => milestoneRow(milestone, flags, today)) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Tijdlijn</h2>
      <p>
        Dezelfde gegevens staan als tabel bij <a href={`#planning-${status.trajectory}`}>Planning</a> en bij{' '}
        <a href={`#rondes-${status.trajectory}`}>Besluitrondes</a>.
      </p>
      <PlanParts part={part} at={trajectoryAddress(status.trajectory)} />
      <div class="card">
        {/* Wider than a telephone: it scrolls by itself, also with the arrow keys, and so it must take the focus. */}
        <section class="wide-drawing" aria-label="Tijdlijn, naar opzij te schuiven" tabindex={0}>
          <TimelineDrawing
            id={`${id}-beeld`}
            title={`Tijdlijn van ${status.title}`}
            description={descriptionOf(status)}
            scale={scale}
            today={today}
            recesses={recesses}
            groups={groups}
          />
        </section>
        <TimelineLegend hasRecesses={recesses.length > 0} />
        <RecessList recesses={recesses} scale={scale} />
      </div>
    </section>
  );
}

function descriptionOf({ milestones, rounds, forecast, today }: TrajectoryStatus): string {
  const completed = milestones.filter(({ status }) => status === 'completed').length;
  const open = rounds.filter(({ status }) => status === 'open').length;
  return `Op ${dutchDay(today)} zijn ${completed} van ${milestones.length} mijlpalen afgerond en lopen er ${open} besluitrondes. Het laatste besluit is te verwachten op ${dutchDay(forecast.finish)}. De tabellen op deze pagina geven dezelfde gegevens.`;
}
