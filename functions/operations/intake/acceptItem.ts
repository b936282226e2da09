import { auditEntry } from '../../domain/audit.ts';
import type { Answer, RecordedBy } from '../../domain/decision/answer.ts';
import type { DraftAnswer, IncomingItem } from '../../domain/intake/incomingItem.ts';
import { bodiesOfMunicipality } from '../../domain/intake/reportedDecision.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RecordStore } from '../ports.ts';
import { recordDecision } from '../recordDecision.ts';
import { itemClosed, knownItem, openItem } from './openItem.ts';
import type { ItemStore, ReportStore } from './ports.ts';

/** What a person says of an item; what is left out the item itself must have said. */
export type Said = Omit<DraftAnswer, 'on'> &
  Pick<Answer, 'embargo'> & { readonly on?: string; readonly newDate?: string };

export interface Accepted {
  readonly answer: Answer;
  /** False when this very decision was in the record already. */
  readonly changed: boolean;
}

export interface ItemRecording {
  readonly store: RecordStore;
  readonly items: ItemStore;
  readonly reports: ReportStore;
}

/** Accepts an item, with what a person says in the place of, or beside, what was read. Refuses as `recordItem`. */
export async function acceptItem(
  stores: ItemRecording,
  id: string,
  said: Said,
  at: string,
  by: RecordedBy,
): Promise<Accepted> {
  const item = await openItem(stores.items, id);
  return recordItem(stores, item, answerOf(item, said), at, by);
}

/**
 * Records an open item as this very decision, by the person who accepts it, and closes it. The decision comes first: a
 * stop in between leaves an item that can be accepted again without effect. What the source says of it later belongs to
 * the same place. Refuses UNKNOWN_ITEM, ITEM_CLOSED, INVALID_INPUT, FOREIGN_BODY, and as `recordDecision`.
 */
export async function recordItem(
  { store, items, reports }: ItemRecording,
  item: IncomingItem,
  answer: Answer,
  at: string,
  by: RecordedBy,
): Promise<Accepted> {
  const { id } = item;
  demandOwnBody(item, answer.body);
  const { changed } = await recordDecision(store, answer, at, by);
  if (item.about !== undefined) await reports.bindReport(item.source, item.about, answer);

  const { trajectory, round, body, outcome, on } = answer;
  const closed: IncomingItem = {
    ...item,
    status: 'accepted',
    draft: { trajectory, round, body, outcome, on, reference: answer.reference, note: answer.note },
    closedAt: at,
    closedBy: by.by,
    closedBecause: `Vastgelegd: ${body} in ronde ${round}.`,
  };
  const audit = auditEntry({
    trajectory,
    at,
    what: 'item-accepted',
    subject: `${round} ${body}`,
    ...by,
    details: { item: id, source: item.source, outcome, on },
  });
  if (!(await items.writeItem(closed, item, audit))) {
    const now = await knownItem(items, id);
    // Closed by the same decision, from a later message or by who was a moment earlier: nothing is lost.
    throw itemClosed(now, ` Uw antwoord is wel vastgelegd: ${body} in ronde ${round}.`);
  }
  return { answer, changed };
}

/** A source speaks for its own municipality only, also by the hand of a person. Refuses FOREIGN_BODY. */
export function demandOwnBody({ municipality }: IncomingItem, body: string): void {
  if (!municipality || bodiesOfMunicipality(municipality).includes(body)) return;
  throw new Refusal(
    'FOREIGN_BODY',
    `Dit bericht komt van ${municipality} en kan niet voor ${body} tellen; leg dat besluit vast met "decide".`,
  );
}

const NEEDED = {
  trajectory: '--trajectory',
  round: '--round',
  body: '--body',
  outcome: '--outcome',
  on: '--on',
} as const;

function answerOf({ id, draft }: IncomingItem, said: Said): Answer {
  const { trajectory, round, body, outcome, on, ...rest } = { ...draft, ...given(said) };
  const missing = Object.entries(NEEDED).flatMap(([name, option]) =>
    ({ trajectory, round, body, outcome, on })[name as keyof typeof NEEDED] ? [] : [option],
  );
  if (!trajectory || !round || !body || !outcome || !on)
    throw new Refusal('INVALID_INPUT', `Bericht ${id} zegt niet alles; vul aan met ${missing.join(', ')}.`);
  return { trajectory, round, body, outcome, on, ...rest };
}

function given(said: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
