import { dayOf } from '../../domain/calendar/days.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { attentionPoints } from './attentionPoints.ts';
import { Badge } from './badge.tsx';
import { DateOf } from './date.tsx';
import { Heading, type SectionLevel } from './heading.tsx';

/** A page is at most 150 kB; each flag also stands beside its milestone or round. */
const MOST_SHOWN = 25;

interface Props {
  readonly status: TrajectoryStatus;
  readonly level: SectionLevel;
}

/** What a person must look at; nothing at all when there is nothing. */
export function AttentionSection({ status, level }: Props) {
  const points = attentionPoints(status);
  if (points.length === 0) return null;
  const id = `signalen-${status.trajectory}`;
  return (
    <section aria-labelledby={id}>
      <Heading level={level} id={id}>
        Signalen
      </Heading>
      <ul class="attention">
        {points.slice(0, MOST_SHOWN).map((point) => (
          <li class="card">
            <p>
              <Badge tone="warning">{point.kind}</Badge> <strong>{point.about}</strong>
              {point.raisedAt && (
                <span class="quiet">
                  {' '}
                  sinds <DateOf day={dayOf(point.raisedAt)} />
                </span>
              )}
            </p>
            <p>{point.text}</p>
            {point.todo && <p class="quiet">Wat u kunt doen: {point.todo}</p>}
          </li>
        ))}
      </ul>
      {points.length > MOST_SHOWN && (
        <p>Er zijn nog {points.length - MOST_SHOWN} signalen; elk staat ook bij zijn mijlpaal of ronde.</p>
      )}
    </section>
  );
}
