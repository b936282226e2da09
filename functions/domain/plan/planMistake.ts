/** Where in the plan's data something stands: keys and places in lists, from the top. */
export type PlanPath = readonly (string | number)[];

/** A mistake a rule found; `readPlan` looks up the line. */
export interface Finding {
  readonly path: PlanPath;
  /** Dutch sentence: what is wrong. */
  readonly problem: string;
  /** Dutch sentence: what to do about it. */
  readonly remedy: string;
}

/** A mistake as it is shown: one line of the plan file, what is wrong there and what to do. */
export interface PlanMistake {
  /** Line in the plan file, the first is 1. */
  readonly line: number;
  /** For example `milestones[3].waitsFor[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Writes a path as `milestones[3].waitsFor[0]`, the first of a list being 0. */
export function formatPath(path: PlanPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}
