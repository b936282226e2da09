import type { Outcome } from '../decision/outcomes.ts';
import type { MunicipalBody, ReportedDecision } from './reportedDecision.ts';
import type { SourceMapping } from './sourceMapping.ts';

/** What a mapping says of a decision. Two rules that contradict each other say nothing: `contradiction` says where. */
export interface MappedDecision {
  /** Some rule knows this kind of decision. */
  readonly known: boolean;
  readonly outcome?: Outcome | undefined;
  readonly body?: MunicipalBody | undefined;
  /** By its case or its kind: certain. */
  readonly round?: string | undefined;
  /** Rounds whose words are all in it: plausible only. */
  readonly roundsByWords: readonly string[];
  readonly contradiction?: string | undefined;
}

export function whatMappingSays(decision: ReportedDecision, mapping: SourceMapping): MappedDecision {
  const rules = mapping.decisions.filter(({ type }) => decision.types.some((each) => isSame(each, type)));
  const cases = mapping.cases.filter((rule) => decision.cases.some((each) => isSame(each, rule.case)));
  const text = [decision.note, decision.reference, decision.title].join(' ').toLowerCase();
  const words = mapping.keywords.filter((rule) =>
    rule.words.every((word) => text.includes(word.toLowerCase())),
  );
  const { said } = decision;
  const place = placeSaid(said);
  const outcomes = distinct([said?.outcome, ...rules.map(({ outcome }) => outcome)]);
  const bodies = distinct([place?.body, decision.body, ...rules.map(({ body }) => body)]);
  const rounds = distinct([place?.round, ...[...rules, ...cases].map(({ round }) => round)]);
  const contradictions = [
    ...(outcomes.length > 1 ? ['de uitkomst'] : []),
    ...(bodies.length > 1 ? ['het orgaan'] : []),
    ...(rounds.length > 1 ? ['de ronde'] : []),
  ];
  return {
    known: rules.length + cases.length > 0 || place !== undefined,
    outcome: only(outcomes),
    body: only(bodies),
    round: only(rounds),
    roundsByWords: distinct(words.map(({ round }) => round)),
    contradiction: isForeign(decision, mapping)
      ? `Dit besluit is van een andere organisatie (RSIN ${decision.organisation}) dan de map van de bron noemt.`
      : contradictions.length > 0
        ? `Bericht en map van de bron spreken elkaar tegen over ${contradictions.join(' en ')}.`
        : undefined,
  };
}

function isForeign({ organisation }: ReportedDecision, { rsin }: SourceMapping): boolean {
  return rsin !== undefined && organisation !== undefined && organisation !== rsin;
}

/** A sender that names trajectory, round and body has said it all; part of it says nothing. */
function placeSaid(
  said: ReportedDecision['said'],
): { round: string; body: MunicipalBody | undefined } | undefined {
  if (!said?.trajectory || !said.round || !said.body) return undefined;
  const kind = said.body.split('/')[1];
  return {
    // With or without its number: the round that runs counts, and an answer to another is refused below.
    round: `${said.trajectory}/${said.round.replace(/\.r[0-9]+$/, '')}`,
    body: kind === 'college' || kind === 'council' ? kind : undefined,
  };
}

/** Is this kind one that the mapping says is never about our decisions? */
export function isIgnored(decision: ReportedDecision, mapping: SourceMapping): boolean {
  return mapping.ignore.types.some((ignored) => decision.types.some((type) => isSame(type, ignored)));
}

/** An omschrijving is typed by people: not by its capitals. An address is itself. */
function isSame(said: string, ruled: string): boolean {
  return said === ruled || (!isAddress(ruled) && said.trim().toLowerCase() === ruled.trim().toLowerCase());
}

export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
