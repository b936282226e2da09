import { dutchDay } from '../calendar/dutchDay.ts';
import { bodiesOf, bodiesOfStage } from '../plan/bodies.ts';
import { roundOfMilestone } from '../plan/derived.ts';
import type { Plan } from '../plan/schema.ts';
import type { Move, PlanChanges } from './changes.ts';

/** A party that a re-planning concerns, with what it is told; the lead is told of everything. */
export interface Concerned {
  readonly role: 'lead' | 'body' | 'partner';
  /** Of the body or the partner; of the lead `lead`. */
  readonly id: string;
  readonly name: string;
  readonly sentences: readonly string[];
}

type Changes = Omit<PlanChanges, 'moves'> & { readonly moves: readonly Omit<Move, 'reason'>[] };

/** Whom the changes concern: the lead, the bodies that were asked or whose days moved, and partners. */
export function concernedBy(changes: Changes, plan: Plan, previous: Plan): Concerned[] {
  const bodies = new Map([...bodiesOf(previous), ...bodiesOf(plan)].map(({ id, name }) => [id, name]));
  const partners = new Map([...previous.partners, ...plan.partners].map(({ id, name }) => [id, name]));
  const partnerIds = [...new Set(changes.partners.map(({ partner }) => partner))];
  return [
    {
      role: 'lead' as const,
      id: 'lead',
      name: plan.lead.name,
      sentences: toLead(changes, plan, previous, bodies, partners),
    },
    ...[...bodies].map(([id, name]) => ({
      role: 'body' as const,
      id,
      name,
      sentences: toBody(changes, previous, id, name),
    })),
    ...partnerIds.map((id) => ({
      role: 'partner' as const,
      id,
      name: partners.get(id) ?? id,
      sentences: toPartner(changes, id, partners.get(id) ?? id),
    })),
  ].filter(({ role, sentences }) => role === 'lead' || sentences.length > 0);
}

function toBody(changes: Changes, previous: Plan, id: string, name: string): string[] {
  return [
    ...changes.moves
      .filter(({ bodies }) => bodies.includes(id))
      .map((move) =>
        move.of === 'milestone'
          ? `${name}: ${move.title} verschuift ${daysOf(move)}.`
          : `${name}: de uiterste dag voor uw antwoord over ${move.title} verschuift ${daysOf(move)}.`,
      ),
    ...changes.rounds.flatMap(({ title, asked, expected }) => {
      if (asked.includes(id)) {
        return [
          `${name}: de ronde over ${title} is ingetrokken. U hoeft niet meer te antwoorden; wat al geantwoord is, blijft in het logboek staan.`,
        ];
      }
      return expected.includes(id) ? [`${name}: ${title} vervalt; uw antwoord wordt niet gevraagd.`] : [];
    }),
    ...previous.milestones
      .filter((milestone) => changes.removed.includes(milestone.id))
      .filter((milestone) => !roundOfMilestone(previous, milestone.id))
      .filter(({ owner }) => bodiesOfStage(previous, { ask: owner }).some((body) => body.id === id))
      .map(({ title }) => `${name}: ${title} vervalt.`),
  ];
}

function toPartner({ partners }: Changes, id: string, name: string): string[] {
  return partners
    .filter(({ partner }) => partner === id)
    .map(({ title, informed }) =>
      informed
        ? `${name} wordt voortaan geïnformeerd over de planning na ${title}.`
        : `${name} wordt niet meer geïnformeerd over de planning na ${title}.`,
    );
}

function toLead(
  changes: Changes,
  plan: Plan,
  previous: Plan,
  bodies: ReadonlyMap<string, string>,
  partners: ReadonlyMap<string, string>,
): string[] {
  const titles = new Map([...previous.milestones, ...plan.milestones].map(({ id, title }) => [id, title]));
  const names = (ids: readonly string[]) => ids.map((id) => bodies.get(id) ?? id).join(', ');
  // Of rounds that have yet to open the milestones say enough.
  const told = changes.moves.filter((move) => move.of !== 'expected');
  return [
    ...told.map((move) =>
      move.of === 'milestone'
        ? `${move.title} verschuift ${daysOf(move)}.`
        : `${move.title}: het antwoord van ${names(move.bodies)} verschuift ${daysOf(move)}.`,
    ),
    ...changes.added.map((id) => `Nieuw in het plan: ${titles.get(id)}.`),
    ...changes.removed.map((id) => `Vervallen: ${titles.get(id)}.`),
    ...changes.rounds.map(({ title, round }) =>
      round ? `De ronde over ${title} (${round}) is ingetrokken.` : `De ronde over ${title} vervalt.`,
    ),
    ...[...new Set(changes.partners.map(({ partner }) => partner))].flatMap((id) =>
      toPartner(changes, id, partners.get(id) ?? id),
    ),
  ];
}

/** "van 31 maart 2026 naar 30 juni 2026 (stukken uiterlijk 16 juni 2026)" */
function daysOf({ from, to, papersBy, because }: Omit<Move, 'reason'>): string {
  const extra = [
    ...(papersBy ? [`stukken uiterlijk ${dutchDay(papersBy)}`] : []),
    ...(because ? [because] : []),
  ];
  return `van ${dutchDay(from)} naar ${dutchDay(to)}${extra.length > 0 ? ` (${extra.join('; ')})` : ''}`;
}
