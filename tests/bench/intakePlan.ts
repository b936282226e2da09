import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';

/** As many bodies as a stage takes, in as many rounds as give every good notification a place of its own. */
const MUNICIPALITIES = Array.from({ length: 40 }, (_, index) => `GM${5000 + index}`);
const ROUNDS = 17;
export const GOOD = 650;
const DUPLICATES = 300;
const BAD = 50;

export interface Notified {
  readonly source: string;
  /** Of the decision at its document system. */
  readonly id: string;
  /** Copies are the same message. */
  readonly copyOf: number;
}

/** One trajectory in which `ROUNDS` rounds ask forty colleges each. `month`: in which it has begun, `2026-02`. */
export function intakePlan(id: string, month: string): Plan {
  const read = readPlan(
    [
      'format: 1',
      `id: ${id}`,
      'title: Meting',
      'lead: {name: Projectleider, mail: lead@regio.example}',
      'participants:',
      ...MUNICIPALITIES.map(
        (code) =>
          `  - {code: ${code}, name: ${code}, college: {name: College ${code}, mail: ${code.toLowerCase()}@regio.example}}`,
      ),
      'milestones:',
      ...each(
        (n) => `  - {id: m${n}, title: Besluit ${n}, kind: decision, owner: colleges, period: ${month}}`,
      ),
      'rounds:',
      ...each(
        (n) =>
          `  - {id: r${n}, title: Ronde ${n}, stages: [{ask: colleges, role: decide, milestone: m${n}}]}`,
      ),
    ].join('\n'),
  );
  if ('mistakes' in read) throw new Error(read.mistakes.map(({ problem }) => problem).join(' '));
  return read.plan;
}

function each(line: (n: number) => string): string[] {
  return Array.from({ length: ROUNDS }, (_, index) => line(index + 1));
}

/** The kind of decision says the round; the source, of which there is one a municipality, the college. */
export function sourcesOf(
  trajectory: string,
): { readonly name: string; readonly municipality: string; readonly mapping: object }[] {
  return MUNICIPALITIES.map((municipality) => ({
    name: `bron-${municipality.toLowerCase()}`,
    municipality,
    mapping: {
      decisions: Array.from({ length: ROUNDS }, (_, index) => ({
        type: typeOf(index + 1),
        outcome: 'adopted',
        body: 'college',
        round: `${trajectory}/r${index + 1}`,
      })),
    },
  }));
}

function typeOf(round: number): string {
  return `https://catalogi.example/besluittypen/r${round}`;
}

/** What the document systems have, by id; the bad ones fail the eleven-test or say what nobody knows. */
export function decisionsOf(day: string): ReadonlyMap<string, object> {
  const good = Array.from({ length: GOOD }, (_, index): [string, object] => [
    `good-${index}`,
    besluitOf(day, `GOED-${index}`, '517439943', typeOf(Math.floor(index / MUNICIPALITIES.length) + 1)),
  ]);
  const bad = Array.from({ length: BAD }, (_, index): [string, object] => [
    `bad-${index}`,
    index % 2 === 0
      ? besluitOf(day, `FOUT-${index}`, '123456789', typeOf(1))
      : besluitOf(day, `FOUT-${index}`, '517439943', 'https://catalogi.example/besluittypen/onbekend'),
  ]);
  return new Map([...good, ...bad]);
}

function besluitOf(datum: string, identificatie: string, rsin: string, besluittype: string): object {
  return {
    identificatie,
    verantwoordelijkeOrganisatie: rsin,
    besluittype,
    datum,
    ingangsdatum: datum,
    zaak: '',
    toelichting: '',
  };
}

/** A thousand, shuffled by a seed: 650 good, 300 copies of some of them, 50 bad. */
export function notifications(seed = 20_261_124): Notified[] {
  const random = mulberry(seed);
  const sourceOf = (index: number) => `bron-${MUNICIPALITIES[index % MUNICIPALITIES.length]!.toLowerCase()}`;
  const good = Array.from({ length: GOOD }, (_, index) => ({
    source: sourceOf(index),
    id: `good-${index}`,
    copyOf: index,
  }));
  const copies = Array.from({ length: DUPLICATES }, () => good[Math.floor(random() * GOOD)]!);
  const bad = Array.from({ length: BAD }, (_, index) => ({
    source: sourceOf(index),
    id: `bad-${index}`,
    copyOf: GOOD + index,
  }));
  return [...good, ...copies, ...bad]
    .map((each) => ({ each, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);
}

/** A small generator of numbers that a seed decides. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
