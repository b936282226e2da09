import { dayOf } from '../../domain/calendar/days.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { DateOf } from './date.tsx';

export function Summary({ status }: { readonly status: TrajectoryStatus }) {
  const counted = status.milestones.filter((milestone) => milestone.status !== 'withdrawn');
  const completed = counted.filter((milestone) => milestone.status === 'completed').length;
  return (
    <dl class="summary">
      <div>
        <dt>Voortgang</dt>
        <dd>
          {completed} van {counted.length} mijlpalen afgerond
          <progress value={completed} max={Math.max(counted.length, 1)} aria-hidden="true" />
        </dd>
      </div>
      <div>
        <dt>Projectleiding</dt>
        <dd>{status.lead}</dd>
      </div>
      <div>
        <dt>Gestart</dt>
        <dd>
          <DateOf day={dayOf(status.startedAt)} />
        </dd>
      </div>
      <div>
        <dt>Code van het traject</dt>
        <dd>
          <code>{status.trajectory}</code>
        </dd>
      </div>
    </dl>
  );
}
