import type { TrajectorySignals } from '../../operations/readSignals.ts';

/** The part of all signals that stands on one page: a page weighs at most 150 kB. */
export interface SignalsPart {
  readonly trajectories: readonly TrajectorySignals[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

export const SIGNALS_A_PART = 100;
const RESOLVED_SHOWN = 50;

/** In the order in which they come; what was resolved stands where the signals of its trajectory begin. */
export function signalsPart(all: readonly TrajectorySignals[], asked: string | undefined): SignalsPart {
  const total = all.reduce((sum, { standing }) => sum + standing.length, 0);
  const parts = Math.max(1, Math.ceil(total / SIGNALS_A_PART));
  const isPart = asked !== undefined && /^[1-9][0-9]{0,4}$/.test(asked) && Number(asked) <= parts;
  const part = isPart ? Number(asked) : 1;
  const start = (part - 1) * SIGNALS_A_PART;
  const end = part === parts ? Number.POSITIVE_INFINITY : start + SIGNALS_A_PART;
  let before = 0;
  const trajectories = all.flatMap((of) => {
    const first = before;
    before += of.standing.length;
    const standing = of.standing.slice(Math.max(0, start - first), Math.max(0, end - first));
    const resolved = first >= start && first < end ? of.resolved.slice(0, RESOLVED_SHOWN) : [];
    return standing.length + resolved.length > 0 ? [{ ...of, standing, resolved }] : [];
  });
  return { trajectories, part, parts };
}
