import { dayOf } from '../../domain/calendar/days.ts';
import { ROUND_STATUS_WORD, VERDICT_WORD } from '../../domain/dutch.ts';
import type { RoundView } from '../../operations/statusViews.ts';
import { roundAnchor } from './addresses.ts';
import { AnswersTable } from './answersTable.tsx';
import { Badge, type Tone } from './badge.tsx';
import { DateOf } from './date.tsx';
import { Heading } from './heading.tsx';
import { roundName } from './roundName.ts';

const TONE: Readonly<Record<RoundView['status'], Tone>> = {
  open: 'active',
  concluded: 'done',
  'handed-over': 'warning',
  withdrawn: 'stopped',
};

interface Props {
  readonly round: RoundView;
  readonly trajectory: string;
  readonly level: 3 | 4;
}

export function RoundDetails({ round, trajectory, level }: Props) {
  const id = roundAnchor(trajectory, round.id);
  return (
    <article class="card round" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {roundName(round)}
      </Heading>
      <p class="round-facts">
        {round.revised ? (
          <Badge tone="waiting">opgevolgd door een herzien voorstel</Badge>
        ) : (
          <Badge tone={TONE[round.status]}>{ROUND_STATUS_WORD[round.status]}</Badge>
        )}
        {round.verdict && (
          <span>
            Uitkomst: <strong>{VERDICT_WORD[round.verdict]}</strong>
          </span>
        )}
        <span>
          Geopend op <DateOf day={dayOf(round.openedAt)} />
        </span>
        {round.closedAt && (
          <span>
            Gesloten op <DateOf day={dayOf(round.closedAt)} />
          </span>
        )}
      </p>
      {round.revisionNote && (
        <p class="note">
          <strong>Wat er herzien is:</strong> {round.revisionNote}
        </p>
      )}
      <AnswersTable round={round} />
    </article>
  );
}
