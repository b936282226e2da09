import type { Draft } from './draft.ts';
import { bodyAskedTwice } from './mistakes/bodyAskedTwice.ts';
import { budget } from './mistakes/budget.ts';
import { circles } from './mistakes/circles.ts';
import { duplicateIds } from './mistakes/duplicateIds.ts';
import { lateWaits } from './mistakes/lateWaits.ts';
import { periods } from './mistakes/periods.ts';
import { stageBodies } from './mistakes/stageBodies.ts';
import { stageMilestones } from './mistakes/stageMilestones.ts';
import { stageRoles } from './mistakes/stageRoles.ts';
import { unknownMilestones } from './mistakes/unknownMilestones.ts';
import { unknownNames } from './mistakes/unknownNames.ts';
import type { Finding } from './planMistake.ts';

/** What can be wrong between the fields of a plan, one rule a file; docs/plan-format.md lists them all. */
const RULES: readonly ((draft: Draft) => Finding[])[] = [
  duplicateIds,
  unknownNames,
  unknownMilestones,
  circles,
  lateWaits,
  periods,
  stageBodies,
  bodyAskedTwice,
  stageRoles,
  stageMilestones,
  budget,
];

/** Every mistake between the fields of a plan, as far as its fields could be read. */
export function crossFieldMistakes(draft: Draft): Finding[] {
  return RULES.flatMap((rule) => rule(draft));
}
