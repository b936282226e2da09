import { Refusal } from './refusal.ts';

/** One pass of one proposal through the chain: `process-proposal.r2` is the second round of that family. */
export interface RoundId {
  readonly family: string;
  readonly number: number;
}

export function formatRoundId(round: RoundId): string {
  return `${round.family}.r${round.number}`;
}

/** Reads `process-proposal.r1`. Refuses `UNKNOWN_ROUND` on anything else. */
export function parseRoundId(text: string): RoundId {
  const match = /^([a-z0-9-]+)\.r([1-9][0-9]{0,2})$/.exec(text);
  if (!match) {
    throw new Refusal(
      'UNKNOWN_ROUND',
      `"${text}" is geen besluitronde; schrijf bijvoorbeeld process-proposal.r1.`,
    );
  }
  return { family: match[1]!, number: Number(match[2]) };
}

/**
 * Name of the execution that works on a round under an epoch, at most 80 characters of [A-Za-z0-9_-] because
 * the plan's ids are validated to fit. The same row always gives the same name, so starting twice starts once.
 */
export function executionName(trajectory: string, round: RoundId, epoch: number): string {
  return `${trajectory}-${round.family}-r${round.number}-e${epoch}`;
}
