import { milestoneFlags } from './milestoneFlags.ts';
import { requestFlags } from './requestFlags.ts';
import type { FlagInputs, WantedFlag } from './wantedFlag.ts';

/** Every flag of the planning whose cause holds today; a standing flag that is not among them has lost its cause. */
export function planningFlags(inputs: FlagInputs): WantedFlag[] {
  return [...requestFlags(inputs), ...milestoneFlags(inputs)];
}
