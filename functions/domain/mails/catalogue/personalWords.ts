/** Of the mails to one person: reminders, new links, what came in to be confirmed, and another planning. */
export interface PersonalWords {
  readonly dear: (name: string) => string;
  readonly reminder: {
    /** `what`: the title, after its body where it has one. */
    readonly subject: (of: { late: boolean; what: string; by: string }) => string;
    readonly subjectOfSeveral: (of: {
      late: boolean;
      count: number;
      trajectory: string;
      on: string;
    }) => string;
    readonly heading: (late: boolean) => string;
    readonly several: (of: { trajectory: string; count: number }) => string;
    readonly organisation: string;
    readonly over: (of: { what: string; title: string }) => string;
    readonly overdue: (of: { who: string; what: string; by: string }) => string;
    readonly withPapers: (of: { who: string; what: string; papersBy: string; by: string }) => string;
    readonly due: (of: { who: string; what: string; by: string }) => string;
    readonly done: string;
    readonly open: string;
    /** Before the personal address of one of several. */
    readonly answerHere: string;
  };
  readonly newLink: {
    readonly subject: (of: { body: string; title: string; on: string }) => string;
    readonly heading: string;
    readonly intro: (of: { body: string; trajectory: string }) => string;
    readonly notAsked: string;
  };
  readonly proposed: {
    readonly subject: (of: { body: string; title: string; on: string | undefined }) => string;
    readonly heading: (body: string) => string;
    /** `reason`: a Dutch sentence. */
    readonly intro: (of: { trajectory: string; source: string; reason: string }) => string;
    readonly byLink: string;
    readonly toLead: string;
    readonly action: string;
  };
  readonly replanned: {
    readonly subject: (of: { trajectory: string; on: string }) => string;
    readonly heading: string;
    readonly intro: (of: { trajectory: string; reason: string }) => string;
    readonly nothingMoves: string;
    readonly stays: string;
    readonly changes: string;
  };
}
