import type { Plan, PlanStage } from './schema.ts';

/** The three groups a body can belong to; each has states of its own in the approval chain. */
export type BodyGroup = 'colleges' | 'councils' | 'rac';

/** A body as the plan names it: `GM1900/college`, `GM1900/council` or the id of a joint body such as `rac`. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly group: BodyGroup;
  readonly mail: string;
}

/** Every body of the plan, in the plan's order: per participant college then council, then the joint bodies. */
export function bodiesOf(plan: Pick<Plan, 'participants' | 'bodies'>): Body[] {
  const ofParticipants = plan.participants.flatMap((participant): Body[] => [
    ...(participant.college
      ? [{ id: `${participant.code}/college`, group: 'colleges' as const, ...participant.college }]
      : []),
    ...(participant.council
      ? [{ id: `${participant.code}/council`, group: 'councils' as const, ...participant.council }]
      : []),
  ]);
  return [...ofParticipants, ...plan.bodies.map((body): Body => ({ ...body, group: 'rac' }))];
}

/** The bodies a stage asks; a name that is no body of the plan is left out (validation reports it). */
export function bodiesOfStage(
  plan: Pick<Plan, 'participants' | 'bodies'>,
  stage: Pick<PlanStage, 'ask'>,
): Body[] {
  const all = bodiesOf(plan);
  const names = typeof stage.ask === 'string' ? [stage.ask] : stage.ask;
  return names.flatMap((name) =>
    name === 'colleges' || name === 'councils'
      ? all.filter((b) => b.group === name)
      : all.filter((b) => b.id === name),
  );
}
