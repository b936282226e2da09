/** Of the mails of a round. Days, outcomes and requests come in as words of the same language. */
export interface RoundWords {
  readonly asked: {
    readonly subject: (of: { body: string; what: string; title: string; by: string | undefined }) => string;
    readonly preheader: (of: { what: string; title: string; by: string | undefined }) => string;
    readonly heading: (body: string) => string;
    readonly intro: (of: { trajectory: string; what: string; title: string }) => string;
    /** Behind the title of a second and later round. */
    readonly again: (round: number) => string;
    readonly revised: (note: string) => string;
    readonly silenceUntil: (day: string) => string;
    readonly noSilence: string;
    /** Sentences of the planning, which are Dutch. */
    readonly movedBecause: (reasons: string) => string;
    /** Beside a personal link. Whoever has it can answer, so it is not to be passed on. */
    readonly answerByLink: string;
    readonly answerToLead: string;
    readonly action: string;
  };
  readonly decided: {
    readonly subject: (of: {
      body: string;
      outcome: string;
      title: string;
      corrected: boolean;
      on: string;
    }) => string;
    readonly heading: (of: { body: string; outcome: string }) => string;
    readonly answered: (of: { body: string; outcome: string; title: string }) => string;
    readonly silent: (of: { body: string; title: string }) => string;
    /** What was recorded before it was corrected. */
    readonly outcomeOn: (of: { outcome: string; on: string }) => string;
    readonly stillOpen: string;
  };
  /** Of an answer under embargo: that there is one. */
  readonly given: {
    readonly subject: (of: { body: string; title: string; until: string }) => string;
    readonly heading: (body: string) => string;
    readonly intro: (of: { body: string; title: string; until: string }) => string;
    readonly later: string;
  };
  readonly closed: {
    readonly dividedSubject: (of: { title: string; on: string }) => string;
    readonly dividedHeading: string;
    readonly divided: (title: string) => string;
    readonly concludedSubject: (of: { title: string; on: string }) => string;
    readonly concludedHeading: string;
    readonly concluded: (title: string) => string;
    readonly answers: string;
  };
  readonly withdrawn: {
    readonly subject: (of: { title: string; on: string }) => string;
    readonly heading: string;
    readonly intro: (title: string) => string;
    readonly reason: (reason: string) => string;
  };
  readonly partner: {
    readonly subject: (of: { trajectory: string; title: string; on: string }) => string;
    readonly heading: (trajectory: string) => string;
    readonly intro: (of: { partner: string; title: string }) => string;
    readonly follows: string;
  };
  /** To the page of the round. */
  readonly lookAtRound: string;
}
