import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { DateOf } from './date.tsx';

/** Of the milestones that determine the end: the first ones are where something can be done. */
const MOST_SHOWN = 30;

/** When it will be done, what that hangs on, and whether the planning was replaced. */
export function PlanningWords({ status }: { readonly status: TrajectoryStatus }) {
  const { forecast, milestones, replanned } = status;
  const titles = new Map(milestones.map(({ id, title }) => [id, title]));
  return (
    <>
      {replanned && (
        <p>
          Dit is planning {replanned.version}, die de vorige op <DateOf day={replanned.on} /> verving:{' '}
          {replanned.reason}
        </p>
      )}
      {forecast.criticalPath.length > 0 && (
        <details>
          <summary>
            Het laatste besluit is te verwachten op <DateOf day={forecast.finish} />
          </summary>
          <p>Dat wordt bepaald door, op volgorde:</p>
          <ol>
            {forecast.criticalPath.slice(0, MOST_SHOWN).map((id) => (
              <li>{titles.get(id) ?? id}</li>
            ))}
            {forecast.criticalPath.length > MOST_SHOWN && (
              <li>en nog {forecast.criticalPath.length - MOST_SHOWN} andere mijlpalen</li>
            )}
          </ol>
        </details>
      )}
    </>
  );
}
