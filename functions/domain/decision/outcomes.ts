/** What a body is asked to do in a stage. */
export const ROLES = ['decide', 'advise', 'note'] as const;
export type Role = (typeof ROLES)[number];

/** What a body can answer (design.md, "Words"). `deferred` is not final: the request stays open. */
export const OUTCOMES = ['adopted', 'amended', 'rejected', 'deferred', 'noted', 'advised'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const FINAL_OUTCOMES = ['adopted', 'amended', 'rejected', 'noted', 'advised'] as const;
export type FinalOutcome = (typeof FINAL_OUTCOMES)[number];

/** Which outcomes each role allows; a body may always postpone. */
export const OUTCOMES_OF_ROLE: Readonly<Record<Role, readonly Outcome[]>> = {
  decide: ['adopted', 'amended', 'rejected', 'deferred'],
  advise: ['advised', 'deferred'],
  note: ['noted', 'deferred'],
};

/** The answer a body gives when it simply does what it was asked. */
export const USUAL_OUTCOME: Readonly<Record<Role, FinalOutcome>> = {
  decide: 'adopted',
  advise: 'advised',
  note: 'noted',
};
