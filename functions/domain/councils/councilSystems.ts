import type { PolledKind } from '../intake/source.ts';
import type { CouncilSystem } from './councilSystem.ts';
import { ibabs } from './ibabs/ibabs.ts';
import { notubiz } from './notubiz/notubiz.ts';
import { ori } from './ori/ori.ts';

/** Every system that can only be asked. */
export const COUNCIL_SYSTEMS: Readonly<Record<PolledKind, CouncilSystem>> = { notubiz, ibabs, ori };
