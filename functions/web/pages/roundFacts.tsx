import { dayOf } from '../../domain/calendar/days.ts';
import { ROUND_STATUS_WORD, VERDICT_WORD } from '../../domain/dutch.ts';
import type { RoundView } from '../../operations/statusViews.ts';
import { Badge, type Tone } from './badge.tsx';
import { DateOf } from './date.tsx';

const TONE: Readonly<Record<RoundView['status'], Tone>> = {
  open: 'active',
  concluded: 'done',
  'handed-over': 'warning',
  withdrawn: 'stopped',
};

/** Where a round stands, in a line. */
export function RoundFacts({ round }: { readonly round: RoundView }) {
  return (
    <p class="round-facts">
      <RoundBadge round={round} />
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
  );
}

export function RoundBadge({ round }: { readonly round: Pick<RoundView, 'status' | 'revised'> }) {
  if (round.revised) return <Badge tone="waiting">opgevolgd door een herzien voorstel</Badge>;
  return <Badge tone={TONE[round.status]}>{ROUND_STATUS_WORD[round.status]}</Badge>;
}
