import { LONGEST_NOTE } from '../../domain/decision/answer.ts';
import { readPlan } from '../../domain/plan/readPlan.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { scopeOf } from '../../domain/reference.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { previewReplan, type Replanned, type ReplanPreview, replan } from '../../operations/replan.ts';
import { recordedInPortal } from '../access/signedIn.ts';
import type { Visitor } from '../access/visitor.ts';
import { tokensFrom } from '../decide/formTokens.ts';
import type { FormDependencies } from '../formRoutes.ts';
import type { PlanTroubles } from './planFormPage.tsx';
import type { EditedPlan, PostedPlan } from './postedPlan.ts';

/** What comes after a step of editing a plan. */
export type PlanStepTaken =
  | {
      readonly next: 'edit';
      readonly edited: EditedPlan;
      readonly troubles?: PlanTroubles;
      readonly status?: 403 | 409 | 422;
    }
  | {
      readonly next: 'confirm';
      readonly edited: EditedPlan;
      readonly previous: Plan;
      readonly plan: Plan;
      readonly preview: ReplanPreview;
      readonly token: string;
      readonly by: string;
    }
  | { readonly next: 'done'; readonly replanned: Replanned };

type Dependencies = Pick<FormDependencies, 'store' | 'reference' | 'now'>;

const LOOK_AGAIN =
  'Deze pagina stond te lang open, of het plan is daarna gewijzigd. Controleer het opnieuw en voer het dan door.';
const SAME_PLAN = 'Dit is het plan dat al geldt; er valt niets door te voeren.';

/** A first POST shows what the plan would change; only the confirming one, with the token that page holds, replaces it. */
export async function takePlanStep(
  { store, reference, now }: Dependencies,
  visitor: Visitor,
  trajectory: Trajectory,
  { step, token, edited }: PostedPlan,
): Promise<PlanStepTaken> {
  if (step === 'wijzigen') return { next: 'edit', edited };
  const read = readPlan(edited.text);
  const reason = wrongReason(edited.reason);
  if ('mistakes' in read || reason) {
    const troubles = { ...('mistakes' in read && read), ...(reason && { reason }) };
    return { next: 'edit', edited, troubles, status: 422 };
  }
  const { plan } = read;
  const { calendars } = await reference.calendars(scopeOf(trajectory));
  const order = {
    trajectory: trajectory.id,
    plan,
    calendars,
    reason: edited.reason,
    basedOn: edited.basedOn,
  };
  const by = recordedInPortal(visitor);
  const tokens = tokensFrom(visitor.session.id, `plan ${trajectory.id}`);
  const content = JSON.stringify(edited);
  try {
    if (step === 'doorvoeren') {
      if (tokens.holds(token, 'vastleggen', content))
        return { next: 'done', replanned: await replan(store, order, now(), by) };
      return { next: 'edit', edited, troubles: { notice: LOOK_AGAIN }, status: 403 };
    }
    const previous = await store.plan(trajectory);
    const preview = await previewReplan(store, order, now());
    if (!preview.changed) return { next: 'edit', edited, troubles: { notice: SAME_PLAN }, status: 422 };
    const confirming = tokens.of('vastleggen', content);
    return { next: 'confirm', edited, previous, plan, preview, token: confirming, by: by.by };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'UNKNOWN_TRAJECTORY') throw error;
    const isOvertaken = error.code === 'CONFLICT';
    return {
      next: 'edit',
      edited,
      troubles: { notice: error.message, isOvertaken },
      status: isOvertaken ? 409 : 422,
    };
  }
}

function wrongReason(reason: string): string | undefined {
  if (reason === '') return 'Schrijf op waarom het plan verandert.';
  return reason.length > LONGEST_NOTE
    ? `De reden heeft ${reason.length} tekens; hoogstens ${LONGEST_NOTE} kan.`
    : undefined;
}
