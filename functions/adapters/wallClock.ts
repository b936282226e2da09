import type { WallClock } from '../operations/ports.ts';

/** The machine's time, as an ISO instant in UTC. */
export const wallClock: WallClock = () => new Date().toISOString();
