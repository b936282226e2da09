import { parseRoundId } from '../roundId.ts';
import { bodiesOf } from './bodies.ts';
import type { Plan } from './schema.ts';

/** What people call the parts of a plan; undefined for what this plan does not know (any more). */
export interface PlanNames {
  /** `process-proposal.r2`: "Procesvoorstel fase 1, ronde 2". */
  round(id: string): string | undefined;
  milestone(id: string): string | undefined;
  body(id: string): string | undefined;
  municipality(code: string): string | undefined;
}

export function planNames(plan: Pick<Plan, 'rounds' | 'milestones' | 'participants' | 'bodies'>): PlanNames {
  const rounds = new Map(plan.rounds.map(({ id, title }) => [id, title]));
  const milestones = new Map(plan.milestones.map(({ id, title }) => [id, title]));
  const bodies = new Map(bodiesOf(plan).map(({ id, name }) => [id, name]));
  const municipalities = new Map(plan.participants.map(({ code, name }) => [code, name]));
  return {
    round: (id) => {
      if (!IS_ROUND.test(id)) return undefined;
      const { family, number } = parseRoundId(id);
      const title = rounds.get(family);
      return title && `${title}, ronde ${number}`;
    },
    milestone: (id) => milestones.get(id),
    body: (id) => bodies.get(id),
    municipality: (code) => municipalities.get(code),
  };
}

/** Whether a word of a subject is a round's id. */
export const IS_ROUND = /^[a-z0-9-]{1,32}\.r[1-9][0-9]{0,2}$/;

/** The round or milestone and, with it, the body that a subject begins with; what is not known stays as it is written. */
export function subjectWords(names: PlanNames, subject: string): string {
  const [first = '', second] = subject.split(' ');
  const about = names.round(first) ?? names.milestone(first) ?? names.body(first);
  if (about === undefined) return subject;
  const body = second === undefined ? undefined : names.body(second);
  return body === undefined ? about : `${about}, ${body}`;
}
