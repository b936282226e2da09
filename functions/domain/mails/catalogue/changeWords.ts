/** What another planning changes, a sentence each; to the lead, to a body, to a partner. */
export interface ChangeWords {
  readonly moves: (of: { what: string; days: string }) => string;
  readonly answerMoves: (of: { body: string; title: string; days: string }) => string;
  readonly answersMove: (of: { title: string; bodies: string; days: string }) => string;
  /** `because`: Dutch sentences of the planning. */
  readonly days: (of: {
    from: string;
    to: string;
    papersBy: string | undefined;
    because: string | undefined;
  }) => string;
  readonly roundWithdrawn: (of: { body: string; title: string }) => string;
  readonly notAsked: (of: { body: string; title: string }) => string;
  readonly dropped: (of: { body: string; title: string }) => string;
  readonly informed: (of: { partner: string; title: string }) => string;
  readonly notInformed: (of: { partner: string; title: string }) => string;
  readonly added: (title: string) => string;
  readonly removed: (title: string) => string;
  readonly roundGone: (of: { title: string; round: string | undefined }) => string;
}
