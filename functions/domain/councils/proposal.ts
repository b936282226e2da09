import { dutchDay } from '../calendar/dutchDay.ts';
import { OUTCOMES_OF_ROLE } from '../decision/outcomes.ts';
import type { DraftAnswer, IncomingItem } from '../intake/incomingItem.ts';
import { type CouncilDecision, OUTCOME_OF } from './councilDecision.ts';
import type { Match } from './matchCouncilDecision.ts';

/** Characters, of at most three bytes each: an item keeps at most 64 KiB of what came in. */
const MOST_CONTENT = 20_000;

type Found = Exclude<Match, { kind: 'none' }>;
export type Proposal = Pick<IncomingItem, 'draft' | 'reason' | 'title' | 'content'> & {
  readonly status: 'proposed';
};

/** A council's decision as something to confirm; never a decision by itself. */
export function proposal(system: string, decision: CouncilDecision, match: Found): Proposal {
  return {
    status: 'proposed',
    draft: draftOf(decision, match),
    reason: reasonOf(system, decision, match),
    title: decision.title,
    content: JSON.stringify(decision, null, 2).slice(0, MOST_CONTENT),
  };
}

function draftOf(decision: CouncilDecision, match: Found): DraftAnswer {
  const outcome = OUTCOME_OF[decision.said];
  if (match.kind === 'several')
    return { body: match.awaited[0]!.body, on: decision.meetingDay, ...(outcome && { outcome }) };
  const { trajectory, round, body, role } = match.awaited;
  // What the body cannot answer in this round is for the person to say.
  const fits = outcome !== undefined && OUTCOMES_OF_ROLE[role].includes(outcome);
  return { trajectory, round, body, on: decision.meetingDay, ...(fits && { outcome }) };
}

function reasonOf(system: string, decision: CouncilDecision, match: Found): string {
  const found = `${system} meldt een besluit van ${dutchDay(decision.meetingDay)} dat hierbij lijkt te horen (“${decision.saidAs || decision.said}”).`;
  if (match.kind === 'several') {
    const rounds = match.awaited.map(({ trajectory, round }) => `${trajectory} ${round}`).join(', ');
    return `${found} Het past bij meer dan één ronde (${rounds}): kies de juiste, of wijs het af.`;
  }
  if (OUTCOME_OF[decision.said] === 'deferred')
    return `${found} Bevestig het met de nieuwe datum, of wijs het af.`;
  if (OUTCOME_OF[decision.said] === undefined) return `${found} Zeg wat de uitkomst is, of wijs het af.`;
  return `${found} Bevestig het, of wijs het af.`;
}
