import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { type Replanned, replan } from '../../functions/operations/replan.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import { asked, CLERK, examplePlan, LATER, type Running } from './exampleRecord.ts';

const CONSULT =
  '  - {id: consult, title: Raadplegen, kind: consultation, owner: [organisation, bedrijf], period: 2026-Q2..2026-Q3}\n';
const SIDE =
  '  - {id: side, title: Bijbesluit, kind: decision, owner: colleges, period: 2026-Q1, waitsFor: [prepare]}\n';
const TALK = '  - {id: talk, title: Gesprek, kind: session, owner: councils, period: 2026-Q1}\n';
const INFORMS = '    informs: [bedrijf]\n';
const SIDE_ROUND =
  '  - id: aside\n    title: Nevenronde\n    stages: [{ask: colleges, role: decide, milestone: side}]\n    informs: [bedrijf]\n';

export type Changes = readonly (readonly [piece: string, by: string])[];

/** The example with a second round that opens with the first, and a session of the councils. */
export const TWO_ROUNDS: Changes = [
  [CONSULT, `${CONSULT}${SIDE}${TALK}`],
  [INFORMS, `${INFORMS}${SIDE_ROUND}`],
];

export const twoRounds = (...changes: Changes): Plan => withChanges(TWO_ROUNDS, changes);
/** The same plan without its second round and that round's milestone. */
export const withoutAside = (...changes: Changes): Plan =>
  withChanges([[CONSULT, `${CONSULT}${TALK}`]], changes);

/** Changes of the pieces that were put in themselves are made in those pieces. */
function withChanges(pieces: Changes, changes: Changes): Plan {
  const within = pieces.map(
    ([piece, by]) => [piece, changes.reduce((text, [from, to]) => text.replace(from, to), by)] as const,
  );
  const rest = changes.filter(([from]) => !pieces.some(([, by]) => by.includes(from)));
  return examplePlan(...within, ...rest);
}

export const REASON = 'De begroting is later';
export const AT = '2026-02-04T09:00:00.000Z';

/** Both rounds open, the colleges asked in each. */
export async function bothAsked(plan = twoRounds()): Promise<Running> {
  const running = await asked(plan);
  const { store, chain } = running;
  const aside = (await store.round('voorbeeld', ASIDE))!;
  await moveRoundOn(store, chain, aside, [], LATER);
  await chain.catchUp();
  return running;
}

export const ASIDE = { family: 'aside', number: 1 };

export function replanTo(
  { store }: Running,
  plan: Plan,
  { reason = REASON, at = AT }: { reason?: string; at?: string } = {},
): Promise<Replanned> {
  return replan(store, { trajectory: 'voorbeeld', plan, reason, calendars: NO_CALENDARS }, at, CLERK);
}

export function withdrawn({ store }: Running, round: string): Promise<{ changed: boolean }> {
  return withdrawRound(store, 'voorbeeld', round, 'Met de hand', AT, CLERK);
}
