import type { Day } from '../calendar/days.ts';
import type { Role } from '../decision/outcomes.ts';
import type { SourceMapping } from '../intake/sourceMapping.ts';
import type { CouncilDecision } from './councilDecision.ts';
import { comparable, tellingWords } from './tellingWords.ts';

/** An answer that is still expected of the body: it was asked, or will be when the round comes to its stage. */
export interface AwaitedAnswer {
  readonly trajectory: string;
  readonly trajectoryTitle: string;
  /** `vision.r1` */
  readonly round: string;
  readonly family: string;
  readonly roundTitle: string;
  readonly body: string;
  readonly role: Role;
  /** Nothing that was decided before this day is about this round. */
  readonly openedOn: Day;
}

export type Match =
  | { readonly kind: 'one'; readonly awaited: AwaitedAnswer }
  /** Plausible for several; a person says for which. */
  | { readonly kind: 'several'; readonly awaited: readonly AwaitedAnswer[] }
  | { readonly kind: 'none' };

/** A motion or an amendment is about a proposal, but it is not the decision on it. */
const NOT_THE_PROPOSAL = /^\W*(?:motie|amendement)/i;
/** So many words of a proposal's titles must come back: with fewer every second proposal of a council fits. */
const ENOUGH_WORDS = 3;

/**
 * Which awaited answer a decision plausibly is: by the words that the source's mapping gives a round, and for rounds
 * without such words by the titles of round and trajectory. Plausible is not certain: the result is only proposed.
 */
export function matchCouncilDecision(
  decision: Pick<CouncilDecision, 'title' | 'text' | 'meetingDay'>,
  awaited: readonly AwaitedAnswer[],
  mapping: Pick<SourceMapping, 'keywords'>,
): Match {
  if (NOT_THE_PROPOSAL.test(decision.title)) return { kind: 'none' };
  const inTime = awaited.filter(({ openedOn }) => decision.meetingDay >= openedOn);
  const text = `${decision.title}\n${decision.text}`;
  const byKeywords = inTime.filter((each) => keywordsFit(text, each, mapping));
  const found = byKeywords.length > 0 ? byKeywords : bestByTitles(text, inTime, mapping);
  const [first] = found;
  if (!first) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', awaited: first } : { kind: 'several', awaited: found };
}

/** Could a text with this title be about one of them? What is not, nobody asks a council system for more of. */
export function mayMatter(
  text: string,
  awaited: readonly AwaitedAnswer[],
  mapping: Pick<SourceMapping, 'keywords'>,
): boolean {
  const words = tellingWords(text);
  const said = comparable(text);
  return awaited.some(
    (each) =>
      keywordsOf(each, mapping).some((all) => all.some((some) => said.includes(comparable(some)))) ||
      [...tellingWords(`${each.roundTitle} ${each.trajectoryTitle}`)].some((word) => words.has(word)),
  );
}

function keywordsOf(
  { trajectory, family }: AwaitedAnswer,
  mapping: Pick<SourceMapping, 'keywords'>,
): readonly (readonly string[])[] {
  return mapping.keywords
    .filter(({ round }) => round === `${trajectory}/${family}`)
    .map(({ words }) => words);
}

function keywordsFit(
  text: string,
  awaited: AwaitedAnswer,
  mapping: Pick<SourceMapping, 'keywords'>,
): boolean {
  const said = ` ${comparable(text)} `;
  return keywordsOf(awaited, mapping).some((words) =>
    words.every((word) => comparable(word) !== '' && said.includes(comparable(word))),
  );
}

function bestByTitles(
  text: string,
  awaited: readonly AwaitedAnswer[],
  mapping: Pick<SourceMapping, 'keywords'>,
): AwaitedAnswer[] {
  const said = tellingWords(text);
  const scored = awaited
    .filter((each) => keywordsOf(each, mapping).length === 0)
    .map((each) => ({ each, score: wordsShared(said, each) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ each }) => each);
}

/** 0 when it is not enough, or when only the round or only the trajectory is named. */
function wordsShared(said: ReadonlySet<string>, { roundTitle, trajectoryTitle }: AwaitedAnswer): number {
  const ofRound = tellingWords(roundTitle);
  const ofTrajectory = tellingWords(trajectoryTitle);
  const all = new Set([...ofRound, ...ofTrajectory]);
  const shared = [...all].filter((word) => said.has(word));
  const enough =
    shared.length >= Math.min(ENOUGH_WORDS, all.size) &&
    shared.some((word) => ofRound.has(word)) &&
    shared.some((word) => ofTrajectory.has(word));
  return enough ? shared.length : 0;
}
