import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Flag } from '../../domain/trajectory.ts';
import { nameOfRound } from '../triage/placeWords.ts';

/** What a flag is about, by the names of the plan: a round or milestone, and perhaps a body. */
export function flagSubject(plan: Plan, { subject, body }: Pick<Flag, 'subject' | 'body'>): string {
  const [first = '', second] = subject.split(' ');
  const milestone = plan.milestones.find(({ id }) => id === first)?.title;
  const named = bodiesOf(plan).find(({ id }) => id === (body ?? second))?.name;
  const about = milestone ?? nameOfRound(plan, first);
  if (named === undefined) return about === first ? subject : about;
  return `${about}, ${named}`;
}
