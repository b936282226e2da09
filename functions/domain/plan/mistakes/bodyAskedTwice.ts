import { bodiesOfStage } from '../bodies.ts';
import type { Draft, DraftRound } from '../draft.ts';
import type { Finding } from '../planMistake.ts';

/**
 * A body answers once in a round: its request's key is round and body, so a second stage would find the first
 * stage's answer and take it for its own. Twice within one stage is `stageBodies`' to report.
 */
export function bodyAskedTwice(draft: Draft): Finding[] {
  return draft.rounds.flatMap((round) => ofRound(draft, round));
}

function ofRound(draft: Draft, round: DraftRound): Finding[] {
  const askedBefore = new Set<string>();
  return round.stages.flatMap((stage) => {
    const asks = stage.ask.map(({ name, path }) => ({
      path,
      // A participant that is in the plan twice is reported as such.
      bodies: [...new Set(bodiesOfStage(draft, { ask: name }).map(({ id }) => id))],
    }));
    const findings = asks.flatMap(({ path, bodies }): Finding[] => {
      const again = bodies.filter((id) => askedBefore.has(id));
      if (again.length === 0) return [];
      return [
        {
          path,
          problem: `Ronde "${round.id ?? ''}" vraagt ${again.join(', ')} al in een eerdere stap; een orgaan antwoordt één keer in een ronde.`,
          remedy: 'Vraag elk orgaan in één stap van de ronde, of geef de latere stap een eigen ronde.',
        },
      ];
    });
    for (const id of asks.flatMap(({ bodies }) => bodies)) askedBefore.add(id);
    return findings;
  });
}
