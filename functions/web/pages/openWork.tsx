import type { Day } from '../../domain/calendar/days.ts';
import type { MilestoneView } from '../../operations/statusViews.ts';
import { Badge } from './badge.tsx';
import { DateOf } from './date.tsx';
import { isPast } from './late.ts';
import { KIND_WORD } from './milestoneWords.ts';

/** A long plan may have hundreds under way: the planning has them all. */
const MOST_SHOWN = 20;

interface Props {
  readonly milestones: readonly MilestoneView[];
  readonly today: Day | undefined;
}

/** Tasks, consultations and sessions that are under way: no body answers them, somebody reports them done. */
export function OpenWork({ milestones, today }: Props) {
  return (
    <>
      <p class="list-title">Werk dat nu loopt:</p>
      <ul>
        {milestones.slice(0, MOST_SHOWN).map((milestone) => (
          <li>
            {milestone.title} <span class="quiet">({KIND_WORD[milestone.kind] ?? milestone.kind})</span>,
            uiterlijk <DateOf day={milestone.dueOn} />{' '}
            {isPast(milestone.dueOn, today) && <Badge tone="stopped">te laat</Badge>}
          </li>
        ))}
        {milestones.length > MOST_SHOWN && (
          <li>en nog {milestones.length - MOST_SHOWN} andere; die staan in de planning</li>
        )}
      </ul>
    </>
  );
}
