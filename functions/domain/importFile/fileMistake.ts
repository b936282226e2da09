/** Something in an imported file that cannot be taken over. All of a file are told at once, and then nothing of it is. */
export interface FileMistake {
  /** Line in the file, the first is 1. */
  readonly line: number;
  /** In Dutch, without a full stop: what is wrong. */
  readonly problem: string;
  /** In Dutch, without a full stop: what to do about it; absent where the problem says it. */
  readonly remedy?: string;
}

/** In the order of the file, for whoever mends it from top to bottom. */
export function byLine(mistakes: readonly FileMistake[]): FileMistake[] {
  return [...mistakes].sort((a, b) => a.line - b.line);
}
