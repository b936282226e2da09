import type { Day } from '../../domain/calendar/days.ts';
import { FLAG_WORD } from '../../domain/dutch.ts';
import type { Flag } from '../../domain/trajectory.ts';
import type { MilestoneView } from '../../operations/statusViews.ts';
import { standingFlags } from '../timeline/standingFlags.ts';
import { Badge } from './badge.tsx';
import { DateOf } from './date.tsx';
import { Expected } from './expected.tsx';
import { isPast } from './late.ts';
import { KIND_WORD, MILESTONE_STATUS } from './milestoneWords.ts';
import { Reasons } from './reasons.tsx';
import { Cell } from './tableCell.tsx';

interface Props {
  readonly milestone: MilestoneView;
  readonly all: ReadonlyMap<string, MilestoneView>;
  readonly today: Day | undefined;
  readonly flags: readonly Flag[];
  /** As in the drawing, of which this is the table. */
  readonly withStart: boolean;
}

/** A milestone may wait for all others; these say enough. */
const MOST_AWAITED = 5;

export function MilestoneLine({ milestone, all, today, flags, withStart }: Props) {
  const { word, tone } = MILESTONE_STATUS[milestone.status];
  const ended = milestone.status === 'completed' || milestone.status === 'withdrawn';
  const awaited = ended ? [] : milestone.waitsFor.filter((id) => all.get(id)?.status !== 'completed');
  return (
    <tr>
      <th scope="row">
        {milestone.title} <span class="under">{KIND_WORD[milestone.kind] ?? milestone.kind}</span>
      </th>
      <Cell label="Status">
        <Badge tone={tone}>{word}</Badge>
        {!ended && isPast(milestone.dueOn, today) && <Badge tone="stopped">te laat</Badge>}
        {standingFlags(flags, milestone.id).map(({ flag }) => (
          <Badge tone="warning">{FLAG_WORD[flag]}</Badge>
        ))}
      </Cell>
      <Cell label="Uiterlijk">
        <DateOf day={milestone.dueOn} />
        {!ended && <Reasons moved={milestone.moved} />}
      </Cell>
      <Cell label="Verwacht">
        {!ended && (
          <>
            <Expected forecast={milestone.forecast} />
            {withStart && <Start milestone={milestone} />}
          </>
        )}
      </Cell>
      <Cell label="Afgerond op">
        {milestone.completedOn && (
          <>
            <DateOf day={milestone.completedOn} />
            {withStart && <Start milestone={milestone} />}
          </>
        )}
      </Cell>
      <Cell label="Wacht op">
        {awaited.length > 0 && (
          <ul class="plain">
            {awaited.slice(0, MOST_AWAITED).map((id) => (
              <li>{all.get(id)?.title ?? id}</li>
            ))}
            {awaited.length > MOST_AWAITED && <li>en nog {awaited.length - MOST_AWAITED} andere</li>}
          </ul>
        )}
      </Cell>
    </tr>
  );
}

function Start({ milestone }: { readonly milestone: MilestoneView }) {
  return (
    <span class="under">
      {milestone.status === 'waiting' ? 'begint op' : 'begonnen op'}{' '}
      <DateOf day={milestone.forecast.startsOn} />
    </span>
  );
}
