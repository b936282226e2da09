import { describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { planHash } from '../../functions/domain/plan/planHash.ts';
import { planYaml } from '../../functions/domain/plan/planYaml.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { examplePlan, LATER, started } from './exampleRecord.ts';
import { memoryForms, NOW, signedInOn } from './portalForms.ts';
import { bothAsked, REASON, replanTo, twoRounds, withoutAside } from './replanExample.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const PAGE = '/beheer/traject/voorbeeld/plan';
const COUNCILS_LATER = ['owner: councils, period: 2026-Q2', 'owner: councils, period: 2026-Q4'] as const;
const SHIFTED = twoRounds(COUNCILS_LATER);

async function editing() {
  const running = await bothAsked();
  const browser = await signedInOn(running.store, memoryForms(), [ADMINISTRATOR], 'A. Beheerder');
  const post = (stap: string, plan: Plan | string, fields: Record<string, string> = {}) =>
    browser.send(PAGE, {
      stap,
      plan: typeof plan === 'string' ? plan : planYaml(plan),
      reden: REASON,
      gezien: '1',
      ...fields,
    });
  const confirm = (preview: { hidden: Record<string, string> }) =>
    browser.send(PAGE, { ...preview.hidden, stap: 'doorvoeren' });
  return { ...running, browser, post, confirm };
}

/** What stands in a text field, as a browser would send it. */
function typedIn(html: string, name: string): string {
  const found =
    new RegExp(`<textarea[^>]* name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? '';
  return found
    .replace(/^\n/, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

describe('the plan of a trajectory', () => {
  test('is found from the page of the administrator, by the list of plans', async () => {
    const { browser } = await editing();
    expect((await browser.open('/beheer')).html).toContain('href="/beheer/plannen"');
    const list = await browser.open('/beheer/plannen');
    expect(list.html).toContain(`href="${PAGE}"`);
    expect(list.words).toMatch(/voorbeeld\s+Voorbeeld\s+1/);
  });

  test('stands in the form as a file that is read as the same plan, and can be taken along', async () => {
    const { browser, plan } = await editing();
    const page = await browser.open(PAGE);
    const read = readPlan(typedIn(page.html, 'plan'));
    expect('plan' in read && planHash(read.plan)).toBe(planHash(plan));
    expect(page.hidden.gezien).toBe('1');
    const file = await browser.get(`${PAGE}.yaml`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="voorbeeld-plan-1.yaml"');
    expect(await file.text()).toBe(planYaml(plan));
  });

  test('that does not exist is said so, whatever is done with it', async () => {
    const { browser } = await editing();
    for (const id of ['onbekend', '%3Cscript%3E', 'a'.repeat(100)]) {
      expect((await browser.open(`/beheer/traject/${id}/plan`)).status).toBe(404);
      expect((await browser.open(`/beheer/traject/${id}/plan.yaml`)).status).toBe(404);
      expect((await browser.send(`/beheer/traject/${id}/plan`)).status).toBe(404);
    }
  });

  test('says who replaced it last, and why, as text', async () => {
    const { browser, ...running } = await editing();
    await replanTo(running, SHIFTED, { reason: 'Omdat <b>het</b> moet' });
    const { words, html } = await browser.open(PAGE);
    expect(words).toMatch(/Versie die geldt 2, ingevoerd 4 februari 2026 om 10:00 door griffier/);
    expect(html).toContain('Omdat &lt;b&gt;het&lt;/b&gt; moet');
  });
});

describe('checking a plan', () => {
  test('tells every mistake with its line, what stands there and what to do, and keeps what was typed', async () => {
    const { store, post } = await editing();
    const before = store.snapshot();
    const wrong = planYaml(SHIFTED)
      .replace('period: 2026-01', 'period: 2026-13')
      .replace('kind: note', 'kind: <b>');
    const page = await post('controleren', wrong, { reden: ' ' });
    expect(page.status).toBe(422);
    const lines = wrong.split('\n');
    const at = (piece: string) => lines.findIndex((line) => line.includes(piece)) + 1;
    expect(page.words).toContain('2 fouten');
    expect(page.words).toMatch(new RegExp(`Regel ${at('2026-13')} \\( milestones\\[0\\].period \\)`));
    expect(page.words).toMatch(new RegExp(`Regel ${at('kind: <b>')} \\( milestones\\[\\d\\].kind \\)`));
    expect(page.words).toContain('{ id: prepare, title: Voorbereiden, kind: task');
    expect(page.words).toContain('Schrijf op waarom het plan verandert.');
    expect(page.html).not.toContain('<b>');
    expect(typedIn(page.html, 'plan')).toBe(wrong);
    expect(page.hidden.gezien).toBe('1');
    expect(store.snapshot()).toEqual(before);
  });

  test.each([
    ['an empty text', '', 'Regel 1'],
    ['a tab', 'format: 1\n\tid: x', 'tab'],
    ['more than a plan may be', `# ${'x'.repeat(210 * 1024)}\nformat: 1`, 'hoogstens 200 KB'],
  ])('of %s says so', async (_what, text, said) => {
    const { post } = await editing();
    const page = await post('controleren', text);
    expect(page.status).toBe(422);
    expect(page.words).toContain('Regel ');
    expect(page.words).toContain(said);
  });

  // Guards: postedPlan.ts: what a browser makes of the ends of lines; textBox.tsx: the first line's end.
  test('numbers lines as people typed them, and loses no empty first line', async () => {
    const { post } = await editing();
    const page = await post('controleren', '\r\n\r\nformat: 2\r\n');
    expect(page.words).toContain('Regel 3');
    expect(page.html).toContain('>\n\n\nformat: 2\n</textarea>');
  });

  test('refuses what would undo a decision, all reasons at once', async () => {
    const { post, decide } = await editing();
    await decide('GM0001/college');
    const without = examplePlan();
    const page = await post('controleren', {
      ...without,
      rounds: [],
      milestones: without.milestones.slice(1),
    });
    expect(page.status).toBe(422);
    expect(page.words).toContain('Er is niets gewijzigd');
    expect(typedIn(page.html, 'reden')).toBe(REASON);
  });

  test('of the plan that counts already says that there is nothing to do', async () => {
    const { post, plan } = await editing();
    const page = await post('controleren', plan);
    expect([page.status, page.words]).toEqual([422, expect.stringContaining('het plan dat al geldt')]);
  });

  test('shows what moves, what begins, what is dropped and who is told; nothing is changed by it', async () => {
    const { store, post } = await editing();
    const before = store.snapshot();
    const more = withoutAside(COUNCILS_LATER);
    const plan = {
      ...more,
      milestones: [
        ...more.milestones,
        { ...more.milestones[0]!, id: 'extra', title: 'Iets <extra>', period: '2026-01', waitsFor: [] },
      ],
    };
    const page = await post('controleren', plan);
    expect(page.status).toBe(200);
    expect(page.words).toContain('Dit zou versie 2 worden');
    expect(page.words).toMatch(/Vaststellen.*Raad Aa, Raad Bee.*30 juni 2026.*31 december 2026/);
    expect(page.words).toMatch(/Nieuw Iets &lt;extra&gt; \( extra \).*Begint meteen Iets &lt;extra&gt;/);
    expect(page.words).toMatch(/Vervalt Bijbesluit \( side \)/);
    expect(page.words).toContain('Nevenronde: ronde aside.r1 wordt ingetrokken');
    expect(page.words).toMatch(/Wie bericht krijgt.*Projectleider.*College Aa.*Raad Bee/);
    expect(page.words).toContain('Doorgevoerd door A. Beheerder');
    expect(store.snapshot()).toEqual(before);
  });

  test('and changing it first gives back what was typed', async () => {
    const { browser, post } = await editing();
    const preview = await post('controleren', SHIFTED);
    const page = await browser.send(PAGE, { ...preview.hidden, stap: 'wijzigen' });
    expect([page.status, typedIn(page.html, 'plan')]).toEqual([200, planYaml(SHIFTED)]);
    expect([typedIn(page.html, 'reden'), page.hidden.gezien]).toEqual([REASON, '1']);
  });
});

describe('carrying a plan through', () => {
  test('replaces it as the command line does, in the name of who is signed in', async () => {
    const { store, browser, post, confirm } = await editing();
    const done = await confirm(await post('controleren', withoutAside()));
    expect([done.status, done.words]).toEqual([200, expect.stringContaining('Versie 2 geldt nu')]);
    expect(await store.trajectory('voorbeeld')).toMatchObject({
      planVersion: 2,
      planHash: planHash(withoutAside()),
    });
    const log = await store.audit('voorbeeld');
    expect(log.filter(({ what }) => what === 'replanned')).toMatchObject([
      { by: 'A. Beheerder', via: 'portal', at: NOW, details: { reason: REASON, version: 2, removed: 1 } },
    ]);
    expect(log.filter(({ what }) => what === 'withdrawn')).toMatchObject([
      { by: 'A. Beheerder', via: 'portal' },
      { by: 'A. Beheerder', via: 'portal' },
    ]);
    expect(browser.log.at(-1)).toMatchObject({
      message: 'a plan was replaced',
      fields: { trajectory: 'voorbeeld' },
    });
    expect(JSON.stringify(browser.log)).not.toMatch(/@|Beheerder/);
  });

  test('twice has no second effect', async () => {
    const { store, post, confirm } = await editing();
    const preview = await post('controleren', SHIFTED);
    await confirm(preview);
    const again = await confirm(preview);
    expect([again.status, again.words]).toEqual([200, expect.stringContaining('Dit plan gold al')]);
    expect(await store.trajectory('voorbeeld')).toMatchObject({ planVersion: 2 });
  });

  // Guards: takePlanStep.ts: tokens.holds.
  test.each([
    ['another plan than was looked at', { plan: planYaml(withoutAside()) }],
    ['another reason', { reden: 'Iets anders' }],
    ['no look at all', { bewijs: '' }],
    ['a token of nobody', { bewijs: 'x'.repeat(43) }],
  ])('with %s shows it first', async (_what, changes) => {
    const { store, browser, post } = await editing();
    const { hidden } = await post('controleren', SHIFTED);
    const page = await browser.send(PAGE, { ...hidden, ...changes, stap: 'doorvoeren' });
    expect([page.status, page.words]).toEqual([403, expect.stringContaining('Controleer het opnieuw')]);
    expect(await store.trajectory('voorbeeld')).toMatchObject({ planVersion: 1 });
  });

  test('with a form that is not of this session changes nothing, and keeps what was typed', async () => {
    const { store, browser, post } = await editing();
    const { hidden } = await post('controleren', SHIFTED);
    const page = await browser.send(PAGE, { ...hidden, stap: 'doorvoeren', formToken: 'x'.repeat(22) });
    expect([page.status, page.hidden.plan]).toEqual([403, planYaml(SHIFTED)]);
    expect(await store.trajectory('voorbeeld')).toMatchObject({ planVersion: 1 });
  });
});

describe('when somebody else replaced the plan meanwhile', () => {
  // Guards: replan.ts: basedOn !== trajectory.planVersion.
  test.each(['controleren', 'doorvoeren'])(
    '%s is refused with what to do, and nothing typed is lost',
    async (step) => {
      const { browser, post, ...running } = await editing();
      const { hidden } = await post('controleren', SHIFTED);
      await replanTo(running, withoutAside(), { reason: 'Was eerder' });
      const page = await browser.send(PAGE, { ...hidden, stap: step });
      expect([page.status, page.words]).toEqual([
        409,
        expect.stringMatching(/inmiddels door een ander vervangen \(versie 2\).*het plan dat nu geldt/),
      ]);
      expect(page.words).toContain('Was eerder');
      expect([typedIn(page.html, 'plan'), typedIn(page.html, 'reden')]).toEqual([planYaml(SHIFTED), REASON]);
      expect(await running.store.trajectory('voorbeeld')).toMatchObject({ planVersion: 2 });
      // Who has been told goes on from the plan that counts now.
      expect(page.hidden.gezien).toBe('2');
    },
  );

  test('a mistake in the text does not hide it: the version that was seen stays the one that was seen', async () => {
    const { post, ...running } = await editing();
    await replanTo(running, SHIFTED);
    const page = await post('controleren', 'format: 2');
    expect(page.hidden.gezien).toBe('1');
    expect((await post('controleren', withoutAside())).status).toBe(409);
  });

  // Guards: replan.ts: the same, in the moment between looking and writing.
  test('in the very moment of carrying through, one of the two counts', async () => {
    const { post, confirm, ...running } = await editing();
    const preview = await post('controleren', SHIFTED);
    running.store.before('stagePlan', () => replanTo(running, withoutAside()));
    expect((await confirm(preview)).status).toBe(409);
    expect(await running.store.trajectory('voorbeeld')).toMatchObject({
      planVersion: 2,
      planHash: planHash(withoutAside()),
    });
  });
});

describe('a plan of 300 milestones', () => {
  const example = examplePlan();
  const [first] = example.milestones;
  const large: Plan = {
    ...example,
    milestones: [
      ...example.milestones,
      ...Array.from({ length: 300 - example.milestones.length }, (_, index) => ({
        ...first!,
        id: `mijlpaal-${index}`,
        title: `Mijlpaal ${index}: ${'een lange naam, '.repeat(11)}`.trim(),
        period: '2027-Q1..2027-Q4',
        waitsFor: ['prepare'],
        note: 'Een toelichting: met "tekens" & meer. '.repeat(3).trim(),
      })),
    ],
  };

  test('is shown, checked, carried through and shown again', async () => {
    const { store } = await started(large);
    const browser = await signedInOn(store, memoryForms(), [ADMINISTRATOR], undefined, { now: () => LATER });
    const page = await browser.open(PAGE);
    const text = typedIn(page.html, 'plan');
    const read = readPlan(text);
    expect('plan' in read && planHash(read.plan)).toBe(planHash(large));
    const form = { stap: 'controleren', reden: REASON, gezien: '1' };
    const plan = text.replaceAll('2027-Q4', '2028-Q4').replaceAll('\n', '\r\n');
    const preview = await browser.send(PAGE, { ...form, plan });
    expect([preview.status, preview.words.match(/31 december 2028/g)!.length > 290]).toEqual([200, true]);
    const done = await browser.send(PAGE, { ...preview.hidden, stap: 'doorvoeren' });
    expect([done.status, done.words]).toEqual([200, expect.stringContaining('Versie 2 geldt nu')]);
    expect((await browser.open(PAGE)).words).toContain('2028-Q4');
  });

  test('and more than any plan is refused before anybody reads it', async () => {
    const { browser } = await editing();
    expect((await browser.send(PAGE, { plan: 'x'.repeat(1_600_000) })).status).toBe(413);
    // Guards: largestForm.ts: only these addresses take so much.
    expect((await browser.send(`${PAGE}nen`, { plan: 'x'.repeat(70_000) })).status).toBe(413);
  });
});
