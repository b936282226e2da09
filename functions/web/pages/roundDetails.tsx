import type { RoundView } from '../../operations/statusViews.ts';
import { roundAddress, roundAnchor } from './addresses.ts';
import { AnswersTable } from './answersTable.tsx';
import { Heading } from './heading.tsx';
import { RoundFacts } from './roundFacts.tsx';
import { roundName } from './roundName.ts';

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
        <a href={roundAddress(trajectory, round.id)}>{roundName(round)}</a>
      </Heading>
      <RoundFacts round={round} />
      {round.revisionNote && (
        <p class="note">
          <strong>Wat er herzien is:</strong> {round.revisionNote}
        </p>
      )}
      <AnswersTable round={round} />
    </article>
  );
}
