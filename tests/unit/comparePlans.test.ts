import { describe, expect, test } from 'vitest';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { type Calendars, NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { comparePlans, type PlanComparison } from '../../functions/domain/replan/comparePlans.ts';
import { readState } from '../../functions/operations/readState.ts';
import { COLLEGES, COUNCILS, type Running } from './exampleRecord.ts';
import { bothAsked, REASON, twoRounds, withoutAside } from './replanExample.ts';

const TODAY = '2026-02-04';
const LATER_NEXT: readonly [string, string] = [
  'owner: colleges, period: 2026-Q1, waitsFor: [prepare]}\n  - {id: noted',
  'owner: colleges, period: 2026-Q2, waitsFor: [prepare]}\n  - {id: noted',
];

async function compare(
  running: Running,
  plan: Plan,
  calendars: Calendars = NO_CALENDARS,
): Promise<PlanComparison> {
  const state = await readState(running.store, 'voorbeeld');
  return comparePlans(running.plan, plan, state, calendars, TODAY, REASON);
}
const sentencesOf = ({ concerned }: PlanComparison, id: string) =>
  concerned.find((party) => party.id === id)?.sentences;

describe('what moves', () => {
  test('is each milestone and each open request with its days and the reason; what is completed does not move', async () => {
    const running = await bothAsked();
    const { moves } = await compare(
      running,
      twoRounds(LATER_NEXT, [
        'kind: task, owner: organisation, period: 2026-01}',
        'kind: task, owner: organisation, period: 2025-12}',
      ]),
    );
    expect(moves.map(({ of, subject, from, to }) => [of, subject, from, to])).toEqual([
      ['milestone', 'proposal', '2026-03-31', expect.stringMatching(/^2026-0[56]/)],
      ['running', 'main.r1', '2026-03-31', expect.stringMatching(/^2026-0[56]/)],
    ]);
    expect(moves[1]).toMatchObject({ bodies: COLLEGES, reason: `herplanning: ${REASON}` });
  });

  test('does not name a body that has answered', async () => {
    const running = await bothAsked();
    await running.decide(COLLEGES[0]);
    const { moves } = await compare(running, twoRounds(LATER_NEXT));
    expect(moves.find(({ of }) => of === 'running')?.bodies).toEqual([COLLEGES[1]]);
  });

  test('is nothing for a body that deferred to a day of its own', async () => {
    const running = await bothAsked();
    const { store } = running;
    const state = await readState(store, 'voorbeeld');
    const deferral = {
      decisionId: 'd'.repeat(32),
      decidedOn: TODAY,
      newDate: '2026-04-14',
      recordedAt: `${TODAY}T09:00:00.000Z`,
    };
    const rounds = state.rounds.map(({ round, requests }) => ({
      round,
      requests: requests.map((request) => ({ ...request, deferrals: [deferral] })),
    }));
    const { moves } = comparePlans(
      running.plan,
      twoRounds(LATER_NEXT),
      { ...state, rounds },
      NO_CALENDARS,
      TODAY,
      REASON,
    );
    expect(moves.filter(({ of }) => of === 'running')).toEqual([]);
  });

  test('is told to bodies that have yet to be asked, and to the owners of a session', async () => {
    const running = await bothAsked();
    const compared = await compare(
      running,
      twoRounds(
        [
          'owner: councils, period: 2026-Q2, waitsFor: [noted]',
          'owner: councils, period: 2026-Q3, waitsFor: [noted]',
        ],
        [
          'kind: session, owner: councils, period: 2026-Q1}',
          'kind: session, owner: councils, period: 2026-Q2}',
        ],
      ),
    );
    expect(sentencesOf(compared, COUNCILS[0])).toEqual([
      expect.stringMatching(/^Raad Aa: Gesprek verschuift van 31 maart 2026 naar 30 juni 2026\.$/),
      expect.stringMatching(
        /^Raad Aa: de uiterste dag voor uw antwoord over Hoofdronde verschuift van 30 juni 2026 naar 30 september 2026/,
      ),
    ]);
  });

  test('is nothing under the same plan, and nobody is concerned but the lead', async () => {
    const running = await bothAsked();
    const compared = await compare(running, twoRounds());
    expect(compared).toMatchObject({
      moves: [],
      added: [],
      removed: [],
      rounds: [],
      partners: [],
      impossible: [],
    });
    expect(compared.concerned.map(({ id, sentences }) => [id, sentences])).toEqual([['lead', []]]);
  });
});

describe('what is dropped', () => {
  test('names the round that is withdrawn, and who was asked in it', async () => {
    const running = await bothAsked();
    const compared = await compare(running, withoutAside());
    expect(compared.removed).toEqual(['side']);
    expect(compared.rounds).toEqual([
      { family: 'aside', title: 'Nevenronde', round: 'aside.r1', asked: [...COLLEGES], expected: [] },
    ]);
    expect(sentencesOf(compared, COLLEGES[0])).toEqual([
      'College Aa: de ronde over Nevenronde is ingetrokken. U hoeft niet meer te antwoorden; wat al geantwoord is, blijft in het logboek staan.',
    ]);
    expect(sentencesOf(compared, 'lead')).toEqual([
      'Vervallen: Bijbesluit.',
      'De ronde over Nevenronde (aside.r1) is ingetrokken.',
      'Bedrijf wordt niet meer geïnformeerd over de planning na Nevenronde.',
    ]);
  });

  test('tells a partner that it will hear no more, and one that it will', async () => {
    const running = await bothAsked();
    const dropped = withoutAside();
    expect(sentencesOf(await compare(running, dropped), 'bedrijf')).toEqual([
      'Bedrijf wordt niet meer geïnformeerd over de planning na Nevenronde.',
    ]);
    const state = await readState(running.store, 'voorbeeld');
    const nothingOpen = { ...state, rounds: [] };
    const back = comparePlans(dropped, running.plan, nothingOpen, NO_CALENDARS, TODAY, REASON);
    expect(sentencesOf(back, 'bedrijf')).toEqual([
      'Bedrijf wordt voortaan geïnformeerd over de planning na Nevenronde.',
    ]);
  });

  test('is told to the owners of a session, too', async () => {
    const running = await bothAsked();
    const plan = twoRounds([
      '  - {id: talk, title: Gesprek, kind: session, owner: councils, period: 2026-Q1}\n',
      '',
    ]);
    expect(sentencesOf(await compare(running, plan), COUNCILS[1])).toEqual(['Raad Bee: Gesprek vervalt.']);
  });
});

test('becomes impossible what the new plan flags and the old one did not', async () => {
  const running = await bothAsked();
  const once: BodyCalendar = {
    body: COUNCILS[0],
    meetings: [{ day: '2026-06-16' }, { day: '2026-12-15' }],
    recesses: [],
    facts: [],
  };
  const calendars = new Map([[COUNCILS[0], once]]);
  const plan = twoRounds([
    'owner: councils, period: 2026-Q2, waitsFor: [noted]',
    'owner: councils, period: 2026-Q3, waitsFor: [noted]',
  ]);
  const { impossible } = await compare(running, plan, calendars);
  expect(impossible.map(({ flag, subject }) => [flag, subject])).toContainEqual([
    'no-meeting-left',
    `adopted ${COUNCILS[0]}`,
  ]);
  expect((await compare(running, running.plan, calendars)).impossible).toEqual([]);
});
