import type { Day } from '../../domain/calendar/days.ts';
import type { MilestoneView } from '../../operations/statusViews.ts';
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
}

export function MilestoneLine({ milestone, all, today }: Props) {
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
      </Cell>
      <Cell label="Uiterlijk">
        <DateOf day={milestone.dueOn} />
        {!ended && <Reasons moved={milestone.moved} />}
      </Cell>
      <Cell label="Verwacht">{!ended && <Expected forecast={milestone.forecast} />}</Cell>
      <Cell label="Afgerond op">{milestone.completedOn && <DateOf day={milestone.completedOn} />}</Cell>
      <Cell label="Wacht op">
        {awaited.length > 0 && (
          <ul class="plain">
            {awaited.map((id) => (
              <li>{all.get(id)?.title ?? id}</li>
            ))}
          </ul>
        )}
      </Cell>
    </tr>
  );
}
