import { describe, expect, test } from 'vitest';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { wouldUndo } from '../../functions/domain/replan/refusals/wouldUndo.ts';
import { readState } from '../../functions/operations/readState.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { asked, CLERK, COLLEGES, examplePlan, type Running } from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { AT, bothAsked, replanTo, twoRounds, withdrawn, withoutAside } from './replanExample.ts';

const PREPARE = '  - {id: prepare, title: Voorbereiden, kind: task, owner: organisation, period: 2026-01}\n';
const BEE = `  - code: GM0002
    name: Bee
    college: {name: College Bee, mail: college@bee.example}
    council: {name: Raad Bee, mail: griffie@bee.example}
`;
const CEE = `  - code: GM0003
    name: Cee
    college: {name: College Cee, mail: college@cee.example}
    council: {name: Raad Cee, mail: griffie@cee.example}
`;

async function refusals({ store }: Running, plan: Plan, previous?: Plan): Promise<string[]> {
  const trajectory = (await store.trajectory('voorbeeld'))!;
  const state = await readState(store, 'voorbeeld');
  return wouldUndo({ previous: previous ?? (await store.plan(trajectory)), plan, state });
}

/** The main round concluded: all five bodies have answered. */
async function concluded(): Promise<Running> {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body);
  await goOn(running);
  await running.decide('rac', 'noted');
  await goOn(running);
  for (const body of ['GM0001/council', 'GM0002/council']) await running.decide(body);
  await goOn(running);
  await goOn(running);
  expect(await running.round()).toMatchObject({ status: 'concluded' });
  return running;
}

describe('may be changed while rounds are open', () => {
  test.each<[string, Plan]>([
    ['a period', twoRounds(['owner: councils, period: 2026-Q2', 'owner: councils, period: 2026-Q4'])],
    [
      'what a milestone waits for',
      twoRounds(['period: 2026-Q1, waitsFor: [prepare]}\n  - {id: talk', 'period: 2026-Q1}\n  - {id: talk']),
    ],
    ['a title', twoRounds(['title: Hoofdronde', 'title: Hoofdronde, herzien'])],
    ['an address', twoRounds(['college@aa.example', 'bestuur@aa.example'])],
    [
      'reminders, and when papers are due',
      twoRounds([
        'bodies:\n',
        'papers: {college: 3}\nreminders: {decide: {before: [3], every: 5, escalateFrom: 1, most: 2}}\nbodies:\n',
      ]),
    ],
    [
      'the text of a proposal',
      twoRounds(['    title: Hoofdronde\n', '    title: Hoofdronde\n    proposal: Stem in.\n']),
    ],
    ['a milestone and a round that are new', twoRounds()],
    ['a round that is left out', withoutAside()],
  ])('%s', async (_what, plan) => {
    expect(await refusals(await bothAsked(), plan)).toEqual([]);
  });

  test('who takes part in rounds to come, when the round of before is concluded', async () => {
    expect(await refusals(await concluded(), examplePlan([BEE, `${BEE}${CEE}`]))).toEqual([]);
  });
});

describe('is refused with what to do', () => {
  test('the plan of another trajectory', async () => {
    expect(await refusals(await bothAsked(), twoRounds(['id: voorbeeld', 'id: anders']))).toEqual([
      'Dit plan is van traject "anders" en niet van "voorbeeld"; geef het plan van dit traject op, of start het andere met "start".',
    ]);
  });

  test('a completed milestone that is left out', async () => {
    const plan = twoRounds(
      [PREPARE, ''],
      ['waitsFor: [prepare]}\n  - {id: noted', 'waitsFor: []}\n  - {id: noted'],
      ['waitsFor: [prepare]', 'waitsFor: []'],
    );
    expect(await refusals(await bothAsked(), plan)).toEqual([
      'Mijlpaal prepare is op 20 januari 2026 afgerond en kan niet uit het plan; neem de mijlpaal weer op.',
    ]);
  });

  test('a completed milestone that another round would complete', async () => {
    const said = await refusals(await concluded(), examplePlan(['  - id: main\n', '  - id: other\n']));
    expect(said).toContain(
      'Mijlpaal proposal is al afgerond door ronde main, en zou in dit plan door ronde other worden afgerond; laat dat zoals het was, of neem er een mijlpaal met een ander id voor op.',
    );
  });

  test('an open milestone that would get a round, which never opens', async () => {
    const said = await refusals(await bothAsked(), twoRounds(['id: aside', 'id: elsewhere']));
    expect(said).toEqual([expect.stringContaining('Mijlpaal side is al open door ronde aside')]);
  });

  test.each([
    [
      'another order of stages',
      '      - {ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}\n',
      '      - {ask: rac, role: advise, milestone: noted}\n',
    ],
    ['other partners', '    informs: [bedrijf]\n', ''],
    ['another participant', BEE, `${BEE}${CEE}`],
  ])('of an open round: %s', async (_what, from, to) => {
    const said = await refusals(await asked(), examplePlan([from, to]));
    expect(said).toEqual([expect.stringMatching(/^Ronde main\.r1 loopt: haar stappen.*"withdraw"\.$/)]);
  });

  test('of a concluded round: another stage', async () => {
    const said = await refusals(
      await concluded(),
      examplePlan([
        '{ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}',
        '{ask: rac, role: note, milestone: noted}',
      ]),
    );
    expect(said).toEqual([expect.stringMatching(/^Ronde main\.r1 is afgerond: haar stappen liggen vast/)]);
  });

  test('of a round to be revised: a body that answered left out of its stage', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0], 'rejected');
    await running.decide(COLLEGES[1]);
    await goOn(running);
    const said = await refusals(running, examplePlan(['{ask: colleges,', `{ask: [${COLLEGES[0]}],`]));
    expect(said).toEqual([
      `${COLLEGES[1]} heeft geantwoord in stap 1 van ronde main.r1; laat het orgaan in die stap staan.`,
    ]);
  });

  test('a participant that has answered left out; one that has not may go', async () => {
    const running = await bothAsked();
    await running.decide(COLLEGES[1]);
    await withdrawn(running, 'main.r1');
    await withdrawn(running, 'aside.r1');
    const said = await refusals(running, twoRounds([BEE, '']));
    expect(said).toEqual([
      expect.stringMatching(/^College Bee \(GM0002\/college\) heeft geantwoord in main\.r1/),
    ]);
    const silent = await bothAsked();
    await withdrawn(silent, 'main.r1');
    await withdrawn(silent, 'aside.r1');
    expect(await refusals(silent, twoRounds([BEE, '']))).toEqual([]);
  });

  // Guards: functions/adapters/record/replanWrites.ts: ...requests.map( (and its twin in memoryStore)
  test('a participant whose college answers just before the switch', async () => {
    const running = await bothAsked();
    await withdrawn(running, 'main.r1');
    const { store } = running;
    const overtaken: Running = {
      ...running,
      store: {
        ...store,
        stagePlan: async (...args) => {
          await store.stagePlan(...args);
          const answer = { trajectory: 'voorbeeld', round: 'aside.r1', body: COLLEGES[1], on: '2026-02-02' };
          await recordDecision(store, { ...answer, outcome: 'adopted' }, AT, CLERK);
        },
      },
    };
    await expect(replanTo(overtaken, withoutAside([BEE, '']))).rejects.toMatchObject({
      code: 'REPLAN_IMPOSSIBLE',
    });
    expect(await store.trajectory('voorbeeld')).toMatchObject({ planVersion: 1 });
  });

  test('what was dropped before and comes back under its old id', async () => {
    const running = await bothAsked();
    await replanTo(running, withoutAside());
    expect(await refusals(running, twoRounds())).toEqual([
      'Mijlpaal side is eerder uit het plan gehaald; geef de mijlpaal nu een ander id.',
      'Ronde aside.r1 is eerder gesloten en uit het plan gehaald; geef de ronde in het nieuwe plan een ander id.',
    ]);
  });

  test('all of it at once', async () => {
    const running = await asked();
    await running.decide(COLLEGES[1]);
    expect(await refusals(running, examplePlan([BEE, ''], ['id: voorbeeld', 'id: anders']))).toHaveLength(3);
  });
});
