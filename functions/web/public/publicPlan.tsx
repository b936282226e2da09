import { periodWords } from '../../domain/calendar/dutchDay.ts';
import type { PublicMilestone } from '../../domain/public/publicTimeline.ts';
import { publicAddress } from '../pages/addresses.ts';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { KIND_WORD, MILESTONE_STATUS } from '../pages/milestoneWords.ts';
import { Cell } from '../pages/tableCell.tsx';
import type { PlanPart } from '../timeline/planPart.ts';
import { PlanParts } from '../timeline/planParts.tsx';

interface Props {
  readonly trajectory: string;
  readonly part: PlanPart<PublicMilestone>;
}

/** The plan by the quarter in which each milestone is due. */
export function PublicPlan({ trajectory, part }: Props) {
  const { milestones } = part;
  const quarters = [...new Set(milestones.map(({ quarter }) => quarter))].sort();
  return (
    <section aria-labelledby="planning">
      <h2 id="planning">Planning</h2>
      <PlanParts part={part} at={publicAddress(trajectory)} />
      <div class="card">
        <table class="stacking">
          <caption>Mijlpalen, per kwartaal</caption>
          <thead>
            <tr>
              <th scope="col">Mijlpaal</th>
              <th scope="col">Status</th>
              <th scope="col">Uiterlijk</th>
              <th scope="col">Verwacht of afgerond</th>
            </tr>
          </thead>
          {quarters.map((quarter) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colspan={4}>
                  {periodWords(quarter)}
                </th>
              </tr>
              {milestones.filter((milestone) => milestone.quarter === quarter).map(Line)}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Line({ title, kind, status, dueOn, expectedOn, completedOn }: PublicMilestone) {
  const { word, tone } = MILESTONE_STATUS[status];
  return (
    <tr>
      <th scope="row">
        {title} <span class="under">{KIND_WORD[kind] ?? kind}</span>
      </th>
      <Cell label="Status">
        <Badge tone={tone}>{word}</Badge>
      </Cell>
      <Cell label="Uiterlijk">
        <DateOf day={dueOn} />
      </Cell>
      <Cell label="Verwacht of afgerond">
        {status !== 'withdrawn' && <DateOf day={completedOn ?? expectedOn} />}
      </Cell>
    </tr>
  );
}
