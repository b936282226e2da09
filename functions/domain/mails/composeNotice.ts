import type { Plan } from '../plan/schema.ts';
import type { ReplanNotice } from '../replan/notices.ts';
import type { Replanning } from '../replan/replanning.ts';
import type { ComposedMail } from './compose.ts';
import { drawFor } from './drawFor.ts';
import { replanned } from './texts/replanned.ts';

/** The mail of one notice of a re-planning. */
export function composeNotice(plan: Plan, replanning: Replanning, notice: ReplanNotice): ComposedMail {
  return drawFor([notice.person], plan, noticeReference(replanning, notice), (words) =>
    replanned(words, plan, replanning, notice),
  );
}

/** `visietraject/replanning-2/replanned-1a2b3c4d` */
export function noticeReference({ trajectory, version }: Replanning, { key }: ReplanNotice): string {
  return `${trajectory}/replanning-${version}/${key}`;
}
