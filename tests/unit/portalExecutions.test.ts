import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { asked, LATER, OPENED, ROUND, type Running } from './exampleRecord.ts';
import { memoryExecutions } from './memoryExecutions.ts';
import { type MemoryForms, memoryForms, signedInOn } from './portalForms.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const CHAIN_ARN = 'arn:aws:states:eu-west-1:123456789012:stateMachine:besluitketen-prod-approval-chain';
const LIST = '/beheer/uitvoeringen';
const PAGE = `${LIST}/voorbeeld/${ROUND}`;

let running: Running;
let forms: MemoryForms;
let executions: ReturnType<typeof memoryExecutions>;
beforeEach(async () => {
  running = await asked();
  executions = memoryExecutions(running.chain);
  forms = memoryForms({ chain: running.chain, executions });
});

const administrator = () =>
  signedInOn(running.store, forms, [ADMINISTRATOR], 'B. Beheerder', { chainArn: CHAIN_ARN });

function happened(count = 0) {
  const waits = Array.from({ length: count }, (_, index) => ({
    ...{ id: 10 + index, previous: 2, at: LATER, type: 'TaskScheduled' },
    resource: 'updateItem.waitForTaskToken',
  }));
  executions.histories.set('voorbeeld-main-r1-e1', {
    events: [
      { id: 1, previous: 0, at: OPENED, type: 'ExecutionStarted' },
      { id: 2, previous: 1, at: OPENED, type: 'MapStateEntered', state: 'CollegesDecide' },
      ...waits,
    ],
    more: false,
  });
}

describe('the executions of all rounds', () => {
  test('stand with their trajectory and how they go', async () => {
    const { words, html } = await (await administrator()).open(LIST);
    expect(html).toContain(`href="${PAGE}"`);
    expect(words).toMatch(/ronde 1 .*voorbeeld .*loopt/);
  });

  test('that were lost come first, and can be shown alone', async () => {
    running.chain.kill(await running.round());
    const browser = await administrator();
    expect((await browser.open(LIST)).words).toContain('mislukt');
    expect((await browser.open(`${LIST}?stand=mislukt`)).html).toContain(`href="${PAGE}"`);
    expect((await browser.open(`${LIST}?stand=lopend`)).words).toContain('Hier is er nu geen van.');
  });

  test('that were resumed say how often', async () => {
    running.chain.kill(await running.round());
    const browser = await administrator();
    await browser.send(`${PAGE}/hervatten`);
    expect((await browser.open(`${LIST}?stand=hervat`)).words).toMatch(/loopt één keer/);
  });

  // Guards: listExecutions.ts: orUnknown.
  test('are shown from the table when Step Functions does not answer', async () => {
    executions.state.down = true;
    const { status, words } = await (await administrator()).open(LIST);
    expect(status).toBe(200);
    expect(words).toMatch(/niet bekend hoe zij gaan.*onbekend/);
  });

  test.each(['?stand=%3Cscript%3E', '?blad=-1', '?blad=1e99', '?blad=x', '?stand=constructor'])(
    'are shown whatever stands in the address: %s',
    async (query) => {
      const { status, html } = await (await administrator()).open(`${LIST}${query}`);
      expect(status).toBe(200);
      expect(html).toContain(`href="${PAGE}"`);
    },
  );
});

describe('one execution', () => {
  test('tells its history in words, with the names the console has, and the way to the console', async () => {
    happened(3);
    const { words, html } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/De uitvoering is gestart\. .*Stap: Colleges besluiten\./);
    expect(words).toContain('MapStateEntered');
    expect(html).toContain('https://eu-west-1.console.aws.amazon.com/states/home');
  });

  // Invariant 4.
  test('shows no token', async () => {
    happened(3);
    for (const address of [LIST, PAGE, `${PAGE}/hervatten`]) {
      const { html } = await (await administrator()).open(address);
      expect(html).not.toMatch(/token-[0-9]/);
    }
  });

  test('with a long history is shown page by page', async () => {
    happened(120);
    const browser = await administrator();
    const first = await browser.open(PAGE);
    expect(first.words).toContain('Blad 1 van 3');
    expect(first.html).toContain('uitvoering=1&amp;blad=2');
    expect((await browser.open(`${PAGE}?uitvoering=1&blad=3`)).words).toContain('Blad 3 van 3');
  });

  // Guards: executionPage.tsx: noHistory.
  test('whose history AWS has wiped falls back on the log', async () => {
    const { words } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/90 dagen na het einde .* Er is niets verloren/);
    expect(words).toMatch(/Wat het logboek zegt .*Besluitronde .* is geopend/);
  });

  test('is shown from the record when Step Functions does not answer', async () => {
    executions.state.down = true;
    const { status, words } = await (await administrator()).open(PAGE);
    expect([status, words]).toEqual([200, expect.stringContaining('Step Functions geeft nu geen antwoord')]);
  });

  test('that was followed by another one keeps its own page', async () => {
    running.chain.kill(await running.round());
    const browser = await administrator();
    await browser.send(`${PAGE}/hervatten`);
    const { words, html } = await browser.open(`${PAGE}?uitvoering=1`);
    expect(words).toContain('mislukt');
    expect(html).toContain('aria-current="page"');
    expect(html).not.toContain('hervatten"');
    expect((await browser.open(PAGE)).words).toContain('loopt');
  });

  test.each(['main.r9', 'nergens.r1', 'x', '%3Cscript%3E', 'main.r1?uitvoering=0', 'main.r1?uitvoering=2'])(
    'that does not exist says so: %s',
    async (round) => {
      const { status, words } = await (await administrator()).open(`${LIST}/voorbeeld/${round}`);
      expect(status).toBe(404);
      expect(words).toContain('Deze besluitronde bestaat niet');
    },
  );

  test('of a trajectory that does not exist says so', async () => {
    expect((await (await administrator()).open(`${LIST}/nergens/${ROUND}`)).status).toBe(404);
  });
});

describe('resuming by hand', () => {
  // Guards: resumeByHand.ts: raiseAndStart.
  test('asks first, then starts the next execution in the name of who pressed', async () => {
    running.chain.kill(await running.round());
    const browser = await administrator();
    expect((await browser.open(`${PAGE}/hervatten`)).words).toContain('hervatten?');
    expect(await running.round()).toMatchObject({ epoch: 1 });
    const { status, words } = await browser.send(`${PAGE}/hervatten`);
    expect([status, words]).toEqual([200, expect.stringContaining('Uitvoering 2 is gestart')]);
    expect(await running.round()).toMatchObject({ epoch: 2, startedEpoch: 2 });
    const [entry] = (await running.store.audit('voorbeeld')).filter(({ what }) => what === 'resumed');
    expect(entry).toMatchObject({ by: 'B. Beheerder', via: 'portal' });
    await running.chain.catchUp();
    expect(new Set(running.chain.asked).size).toBe(running.chain.asked.length);
  });

  test('what runs is refused, and so is the same form again', async () => {
    running.chain.kill(await running.round());
    const browser = await administrator();
    await browser.send(`${PAGE}/hervatten`);
    const { status, words } = await browser.send(`${PAGE}/hervatten`);
    expect([status, words]).toEqual([409, expect.stringContaining('hervatten is niet nodig')]);
    expect(await running.round()).toMatchObject({ epoch: 2 });
  });

  test('a form that is not ours changes nothing', async () => {
    running.chain.kill(await running.round());
    const { status } = await (await administrator()).send(`${PAGE}/hervatten`, { formToken: 'x' });
    expect(status).toBe(403);
    expect(await running.round()).toMatchObject({ epoch: 1 });
  });
});
