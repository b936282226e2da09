import type { MailCatalogue } from '../mails/catalogue/mailCatalogue.ts';
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

type Words = Pick<MailCatalogue, 'changes' | 'field'>;
type Changes = Omit<PlanChanges, 'moves'> & { readonly moves: readonly Omit<Move, 'reason'>[] };

/** Whom the changes concern: the lead, the bodies that were asked or whose days moved, and partners; in what words. */
export function concernedBy(words: Words, changes: Changes, plan: Plan, previous: Plan): Concerned[] {
  const bodies = new Map([...bodiesOf(previous), ...bodiesOf(plan)].map(({ id, name }) => [id, name]));
  const partners = new Map([...previous.partners, ...plan.partners].map(({ id, name }) => [id, name]));
  const partnerIds = [...new Set(changes.partners.map(({ partner }) => partner))];
  return [
    {
      role: 'lead' as const,
      id: 'lead',
      name: plan.lead.name,
      sentences: toLead(words, changes, plan, previous, bodies, partners),
    },
    ...[...bodies].map(([id, name]) => ({
      role: 'body' as const,
      id,
      name,
      sentences: toBody(words, changes, previous, id, name),
    })),
    ...partnerIds.map((id) => ({
      role: 'partner' as const,
      id,
      name: partners.get(id) ?? id,
      sentences: toPartner(words, changes, id, partners.get(id) ?? id),
    })),
  ].filter(({ role, sentences }) => role === 'lead' || sentences.length > 0);
}

function toBody(words: Words, changes: Changes, previous: Plan, id: string, body: string): string[] {
  const texts = words.changes;
  return [
    ...changes.moves
      .filter(({ bodies }) => bodies.includes(id))
      .map((move) =>
        move.of === 'milestone'
          ? texts.moves({ what: `${body}: ${move.title}`, days: daysOf(words, move) })
          : texts.answerMoves({ body, title: move.title, days: daysOf(words, move) }),
      ),
    ...changes.rounds.flatMap(({ title, asked, expected }) => {
      if (asked.includes(id)) return [texts.roundWithdrawn({ body, title })];
      return expected.includes(id) ? [texts.notAsked({ body, title })] : [];
    }),
    ...previous.milestones
      .filter((milestone) => changes.removed.includes(milestone.id))
      .filter((milestone) => !roundOfMilestone(previous, milestone.id))
      .filter(({ owner }) => bodiesOfStage(previous, { ask: owner }).some((each) => each.id === id))
      .map(({ title }) => texts.dropped({ body, title })),
  ];
}

function toPartner({ changes: texts }: Words, { partners }: Changes, id: string, partner: string): string[] {
  return partners
    .filter((each) => each.partner === id)
    .map(({ title, informed }) =>
      informed ? texts.informed({ partner, title }) : texts.notInformed({ partner, title }),
    );
}

function toLead(
  words: Words,
  changes: Changes,
  plan: Plan,
  previous: Plan,
  bodies: ReadonlyMap<string, string>,
  partners: ReadonlyMap<string, string>,
): string[] {
  const texts = words.changes;
  const titles = new Map([...previous.milestones, ...plan.milestones].map(({ id, title }) => [id, title]));
  const names = (ids: readonly string[]) => ids.map((id) => bodies.get(id) ?? id).join(', ');
  // Of rounds that have yet to open the milestones say enough.
  const told = changes.moves.filter((move) => move.of !== 'expected');
  return [
    ...told.map((move) =>
      move.of === 'milestone'
        ? texts.moves({ what: move.title, days: daysOf(words, move) })
        : texts.answersMove({ title: move.title, bodies: names(move.bodies), days: daysOf(words, move) }),
    ),
    ...changes.added.map((id) => texts.added(titles.get(id) ?? id)),
    ...changes.removed.map((id) => texts.removed(titles.get(id) ?? id)),
    ...changes.rounds.map(({ title, round }) => texts.roundGone({ title, round })),
    ...[...new Set(changes.partners.map(({ partner }) => partner))].flatMap((id) =>
      toPartner(words, changes, id, partners.get(id) ?? id),
    ),
  ];
}

/** "van 31 maart 2026 naar 30 juni 2026 (stukken uiterlijk 16 juni 2026)" */
function daysOf({ changes, field }: Words, { from, to, papersBy, because }: Omit<Move, 'reason'>): string {
  return changes.days({
    from: field.day(from),
    to: field.day(to),
    papersBy: papersBy && field.day(papersBy),
    because,
  });
}
