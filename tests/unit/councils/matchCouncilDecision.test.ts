import { describe, expect, test } from 'vitest';
import type { CouncilDecision } from '../../../functions/domain/councils/councilDecision.ts';
import {
  type AwaitedAnswer,
  matchCouncilDecision,
  mayMatter,
} from '../../../functions/domain/councils/matchCouncilDecision.ts';
import { proposal } from '../../../functions/domain/councils/proposal.ts';
import { comparable, tellingWords } from '../../../functions/domain/councils/tellingWords.ts';

const awaited = (family: string, roundTitle: string, rest: Partial<AwaitedAnswer> = {}): AwaitedAnswer => ({
  trajectory: 'visietraject',
  trajectoryTitle: 'Visietraject sociale infrastructuur kwetsbare werkzoekenden',
  round: `${family}.r1`,
  family,
  roundTitle,
  body: 'GM1949/council',
  role: 'decide',
  openedOn: '2026-04-01',
  ...rest,
});
const VISION = awaited('vision', 'Visie op de sociale infrastructuur');
const START = awaited('phase-2-start', 'Start fase 2');
const decision = (title: string, rest: Partial<CouncilDecision> = {}): CouncilDecision => ({
  externalId: '6',
  meetingDay: '2026-05-12',
  title,
  text: '',
  said: 'aangenomen',
  saidAs: 'Aangenomen',
  ...rest,
});
const matched = (title: string, among: readonly AwaitedAnswer[] = [VISION, START], rest = {}) => {
  const match = matchCouncilDecision(decision(title, rest), among, { keywords: [] });
  return match.kind === 'one' ? match.awaited.family : match.kind;
};

describe('without words in the mapping', () => {
  test.each([
    ['Raadsvoorstel visie op de sociale infrastructuur', 'vision'],
    ['Vaststellen VISIE sociale infrastructuur Waadhoeke', 'vision'],
    ['Visietraject: start fase 2', 'phase-2-start'],
    ['Begroting 2027, start fase 2 zwembad', 'none'],
    ['Visie op het zwembad', 'none'],
    ['Subsidie sociale huurwoningen', 'none'],
    ['Vaststellen agenda', 'none'],
    ['', 'none'],
  ])('“%s” fits: %s', (title, expected) => {
    expect(matched(title)).toBe(expected);
  });

  // Guards: matchCouncilDecision.ts: `if (NOT_THE_PROPOSAL.test(decision.title))`
  test.each(['Motie visie op de sociale infrastructuur', 'Amendement: visie sociale infrastructuur'])(
    '“%s” is about it, and is not the decision on it',
    (title) => {
      expect(matched(title)).toBe('none');
    },
  );

  // Guards: matchCouncilDecision.ts: `.filter(({ openedOn }) => decision.meetingDay >= openedOn)`
  test('what was decided before the round opened is about something else', () => {
    const title = 'Visie op de sociale infrastructuur';
    expect(matched(title, [VISION], { meetingDay: '2026-03-31' })).toBe('none');
    expect(matched(title, [VISION], { meetingDay: '2026-04-01' })).toBe('vision');
  });

  test('a small plan needs all its words', () => {
    const small = awaited('main', 'Hoofdronde', { trajectoryTitle: 'Voorbeeld' });
    expect(matched('Voorbeeld: hoofdronde', [small])).toBe('main');
    expect(matched('Voorbeeld', [small])).toBe('none');
  });
});

describe('with words in the mapping', () => {
  const keywords = [{ words: ['toekomst', 'werk én meedoen'], round: 'visietraject/vision' }];

  test('all of one line’s words must be there, without regard to case and accents', () => {
    const among = [VISION, START];
    const match = (title: string) => matchCouncilDecision(decision(title), among, { keywords });
    expect(match('TOEKOMST van Werk en Meedoen')).toEqual({ kind: 'one', awaited: VISION });
    expect(match('Toekomst van het zwembad')).toEqual({ kind: 'none' });
  });

  test('they count in place of that round’s titles, not of the others', () => {
    const match = (title: string) => matchCouncilDecision(decision(title), [VISION, START], { keywords });
    expect(match('Visie op de sociale infrastructuur')).toEqual({ kind: 'none' });
    expect(match('Visietraject start fase 2')).toEqual({ kind: 'one', awaited: START });
  });
});

test('what fits two rounds equally is for a person to choose', () => {
  const other = { ...VISION, trajectory: 'ander-traject' };
  const match = matchCouncilDecision(decision('Visie sociale infrastructuur'), [VISION, other], {
    keywords: [],
  });
  expect(match).toEqual({ kind: 'several', awaited: [VISION, other] });
  if (match.kind === 'none') throw new Error('it fits');
  const { draft, reason } = proposal('iBabs', decision('Visie'), match);
  expect(draft).toEqual({ body: 'GM1949/council', on: '2026-05-12', outcome: 'adopted' });
  expect(reason).toContain('visietraject vision.r1, ander-traject vision.r1');
});

describe('a proposal', () => {
  const of = (rest: Partial<CouncilDecision>, role: AwaitedAnswer['role'] = 'decide') =>
    proposal('NotuBiz', decision('Visie', rest), { kind: 'one', awaited: { ...VISION, role } });

  test('holds what could be read, and waits for a person', () => {
    expect(of({})).toMatchObject({
      status: 'proposed',
      draft: {
        trajectory: 'visietraject',
        round: 'vision.r1',
        body: 'GM1949/council',
        outcome: 'adopted',
        on: '2026-05-12',
      },
      reason:
        'NotuBiz meldt een besluit van 12 mei 2026 dat hierbij lijkt te horen (“Aangenomen”). Bevestig het, of wijs het af.',
    });
  });

  test('of a deferral has no new date: a person must say it', () => {
    const { draft, reason } = of({ said: 'doorgeschoven', saidAs: 'doorgeschoven' });
    expect(draft.outcome).toBe('deferred');
    expect(reason).toMatch(/Bevestig het met de nieuwe datum/);
  });

  // Guards: proposal.ts: `OUTCOMES_OF_ROLE[role].includes(outcome)`
  test('never holds an outcome that the body cannot give in this round', () => {
    expect(of({ said: 'aangenomen' }, 'note').draft).not.toHaveProperty('outcome');
    expect(of({ said: 'kennisgenomen' }, 'note').draft.outcome).toBe('noted');
    expect(of({ said: 'anders' }).draft).not.toHaveProperty('outcome');
    expect(of({ said: 'anders' }).reason).toMatch(/Zeg wat de uitkomst is/);
  });

  test('keeps at most 64 KiB of what came in', () => {
    const { content } = of({ text: '€'.repeat(50_000) });
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(65_536);
  });
});

test('only what shares a word with something awaited may matter', () => {
  const keywords = [{ words: ['meedoen'], round: 'visietraject/vision' }];
  expect(mayMatter('Zwembad', [VISION], { keywords })).toBe(false);
  expect(mayMatter('Iedereen meedoen', [VISION], { keywords })).toBe(true);
  expect(mayMatter('Infrastructuur', [VISION], { keywords })).toBe(true);
  expect(mayMatter('Visie', [], { keywords })).toBe(false);
});

test('words are compared without case, accents and punctuation; everyday ones and short ones tell nothing', () => {
  expect(comparable('  Súdwest-Fryslân: de “Visie”  ')).toBe('sudwest fryslan de visie');
  expect([...tellingWords('Raadsvoorstel voor de visie, fase 2 op zee')]).toEqual(['visie', 'fase', '2']);
});
