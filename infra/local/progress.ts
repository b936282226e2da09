/** How far a start has come, a line for each step that is done. */
export interface Progress {
  /** Does the work; then, if it succeeded, says so with the seconds it took. */
  step<Result>(label: string, work: () => Promise<Result>): Promise<Result>;
  say(line: string): void;
}

export const spokenProgress: Progress = {
  async step(label, work) {
    const begin = performance.now();
    const result = await work();
    console.log(`✓ ${label} (${seconds(performance.now() - begin)} s)`);
    return result;
  },
  say: (line) => console.log(line),
};

export const silentProgress: Progress = {
  step: (_label, work) => work(),
  say: () => {},
};

/** Milliseconds as seconds with one decimal, in Dutch. */
function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1).replace('.', ',');
}
