import { type Day, dayOf } from '../calendar/days.ts';
import type { Role } from '../decision/outcomes.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { bodiesOfMunicipality } from './reportedDecision.ts';

/** Where a body's answer belongs. */
export interface Place {
  readonly trajectory: string;
  readonly round: string;
  readonly body: string;
}

/** A place in an open round that a decision of this municipality may be the answer to. */
export interface Candidate extends Place {
  readonly family: string;
  readonly title: string;
  readonly role: Role;
  /** `expected`: the round is open, this body's stage has not been asked yet. */
  readonly status: 'asked' | 'expected' | 'decided';
  readonly openedOn: Day;
}

/** The places of a municipality in one open round; none of others, whatever a message or a mapping says. */
export function candidatesIn(
  round: Round,
  requests: readonly DecisionRequest[],
  municipality: string,
): Candidate[] {
  if (round.status !== 'open') return [];
  const own = bodiesOfMunicipality(municipality);
  return round.stages.flatMap((stage) =>
    stage.bodies
      .filter((body) => own.includes(body))
      .flatMap((body): Candidate[] => {
        const request = requests.find((each) => each.body === body);
        if (request?.status === 'closed') return [];
        return [
          {
            trajectory: round.trajectory,
            round: formatRoundId(round),
            family: `${round.trajectory}/${round.family}`,
            title: round.title,
            body,
            role: stage.role,
            status: request?.status === 'decided' ? 'decided' : request ? 'asked' : 'expected',
            openedOn: dayOf(round.openedAt),
          },
        ];
      }),
  );
}
