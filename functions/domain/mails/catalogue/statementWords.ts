/** Of the quarterly statement of the money. Amounts come in written. */
export interface StatementWords {
  readonly subject: (of: { title: string; trajectory: string; forApproval: boolean }) => string;
  readonly preheader: (forApproval: boolean) => string;
  readonly title: (quarter: string) => string;
  readonly intro: (of: { trajectory: string; from: string; until: string }) => string;
  readonly provisional: string;
  readonly attached: string;
  readonly notAttached: string;
  readonly approve: (command: string) => string;
  readonly newVersion: string;
  readonly approvedBy: (name: string) => string;
  readonly before: string;
  readonly sumsBefore: (of: { received: string; committed: string; spent: string }) => string;
  readonly received: string;
  readonly committed: string;
  readonly spent: string;
  readonly open: string;
  readonly free: string;
  readonly forecast: (quarter: string) => string;
  readonly perMunicipality: string;
  readonly line: (of: {
    received: string;
    committed: string;
    spent: string;
    open: string;
    free: string;
    forecast: string;
    next: string;
  }) => string;
  readonly andOthers: (count: number) => string;
}
