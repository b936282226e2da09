import type { Day } from '../../domain/calendar/days.ts';
import { periodWords } from '../../domain/calendar/dutchDay.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import type { PlanPart } from '../timeline/planPart.ts';
import { PlanParts } from '../timeline/planParts.tsx';
import { trajectoryAddress } from './addresses.ts';
import { Heading, type SectionLevel } from './heading.tsx';
import { MilestoneLine } from './milestoneLine.tsx';
import { byPeriod } from './periodGroups.ts';
import { PlanningWords } from './planningWords.tsx';

interface Props {
  readonly status: TrajectoryStatus;
  readonly level: SectionLevel;
  readonly today: Day | undefined;
  readonly part: PlanPart;
}

export function PlanSection({ status, level, today, part }: Props) {
  const id = `planning-${status.trajectory}`;
  const titles = new Map(status.milestones.map((milestone) => [milestone.id, milestone]));
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        Planning
      </Heading>
      <PlanningWords status={status} />
      <PlanParts part={part} at={trajectoryAddress(status.trajectory)} />
      <div class="card">
        <table class="stacking">
          <caption>Mijlpalen van {status.title}, op volgorde van periode</caption>
          <thead>
            <tr>
              <th scope="col">Mijlpaal</th>
              <th scope="col">Status</th>
              <th scope="col">Uiterlijk</th>
              <th scope="col">Verwacht</th>
              <th scope="col">Afgerond op</th>
              <th scope="col">Wacht op</th>
            </tr>
          </thead>
          {byPeriod(part.milestones).map(({ period, milestones }) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colspan={6}>
                  {periodWords(period)}
                </th>
              </tr>
              {milestones.map((milestone) => (
                <MilestoneLine
                  milestone={milestone}
                  all={titles}
                  today={today}
                  flags={status.flags}
                  withStart={level === 2}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
