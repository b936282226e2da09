import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { COLLEGES, LATER } from './exampleRecord.ts';
import { NOTIFICATION, ORIGIN } from './intakeWorld.ts';
import { BESLUIT, KIND, messageOf, SURE, workingOff } from './workingOff.ts';

const RECORDED = { body: COLLEGES[0], outcome: 'adopted', via: 'webhook', reference: 'BESLUIT-2026-2' };

describe('a decision of which everything is certain', () => {
  test('is recorded, with its day, reference and source', async () => {
    const world = await workingOff();
    expect(await world.handle()).toBe('recorded');
    expect(await world.answers()).toEqual([RECORDED]);
    expect((await world.requests())[0]).toMatchObject({ decidedOn: '2026-02-03', by: 'bron-zgw' });
    expect(await world.open()).toEqual([]);
  });

  test('sent again is one message; announced in other words it is the same decision', async () => {
    const world = await workingOff();
    await world.handle();
    expect(await world.handle()).toBe('repeat');
    expect(await world.handle({ ...NOTIFICATION, actie: 'update' })).toBe('unchanged');
    expect(await world.answers()).toHaveLength(1);
  });

  test('is known by the name of its kind as well as by its address', async () => {
    const world = await workingOff({ decisions: [{ ...SURE.decisions[0]!, type: 'Vaststelling' }] });
    expect(await world.handle()).toBe('recorded');
  });

  test('of a body that was not asked yet is recorded too: it will not be asked any more', async () => {
    const world = await workingOff({ decisions: [{ ...SURE.decisions[0]!, body: 'council' }] });
    world.given.fetched = { kind: 'found', json: { ...BESLUIT, bestuursorgaan: 'gemeenteraad' } };
    expect(await world.handle()).toBe('recorded');
    expect(await world.answers()).toMatchObject([{ body: 'GM0001/council' }]);
  });

  test('follows from its case as well', async () => {
    const world = await workingOff({
      decisions: [{ type: KIND, outcome: 'adopted' }],
      cases: [{ case: `${ORIGIN}/zaken/1`, round: 'voorbeeld/main' }],
    });
    world.given.fetched = { kind: 'found', json: { ...BESLUIT, zaak: `${ORIGIN}/zaken/1` } };
    expect(await world.handle()).toBe('recorded');
  });

  test('is announced by a document of it, also before the decision itself', async () => {
    const world = await workingOff();
    const document = { ...NOTIFICATION, resource: 'besluitinformatieobject', resourceUrl: `${ORIGIN}/x` };
    expect(await world.handle(document)).toBe('recorded');
  });
});

describe('what is not certain waits for a person', () => {
  test('an outcome that the kind of decision does not say', async () => {
    const world = await workingOff({ decisions: [{ type: KIND, body: 'college', round: 'voorbeeld/main' }] });
    expect(await world.handle()).toBe('proposed');
    expect(await world.answers()).toEqual([]);
    expect(await world.open()).toMatchObject([
      {
        status: 'proposed',
        draft: { trajectory: 'voorbeeld', round: 'main.r1', body: COLLEGES[0], on: '2026-02-03' },
        reason: expect.stringContaining('uitkomst'),
      },
    ]);
  });

  test('without any mapping, the one question that is open at that body', async () => {
    const world = await workingOff({});
    expect(await world.handle()).toBe('proposed');
    expect(await world.open()).toMatchObject([{ draft: { body: COLLEGES[0] } }]);
  });

  test('words that fit two questions, or none', async () => {
    const world = await workingOff({ keywords: [{ words: ['iets anders'], round: 'voorbeeld/aside' }] });
    world.given.fetched = {
      kind: 'found',
      json: { ...BESLUIT, bestuursorgaan: '', toelichting: 'iets anders' },
    };
    expect(await world.handle()).toBe('triage');
    expect(await world.open()).toMatchObject([{ status: 'unknown' }]);
  });

  test('a decision of before the revised proposal', async () => {
    const world = await workingOff();
    const round = await world.round();
    world.deps.store.openRounds = async () => [{ family: 'main', number: 2 }];
    world.deps.store.round = async () => ({ ...round, number: 2, openedAt: '2026-02-10T09:00:00.000Z' });
    world.deps.store.requestsOfRound = async () => [];
    expect(await world.handle()).toBe('proposed');
    expect(await world.open()).toMatchObject([{ reason: expect.stringContaining('herziene voorstel') }]);
  });

  test('another content than is on record is never written over it', async () => {
    const world = await workingOff();
    await world.handle();
    world.given.fetched = { kind: 'found', json: { ...BESLUIT, toelichting: 'Bij nader inzien.' } };
    expect(await world.handle({ ...NOTIFICATION, actie: 'update' })).toBe('proposed');
    expect(await world.answers()).toEqual([RECORDED]);
  });

  test.each([
    ['another kanaal', { ...NOTIFICATION, kanaal: 'zaken' }],
    ['a decision that was destroyed at its source', { ...NOTIFICATION, actie: 'destroy' }],
  ])('%s', async (_what, content) => {
    const world = await workingOff();
    expect(await world.handle(content)).toBe('triage');
    expect(await world.open()).toHaveLength(1);
  });

  test.each([
    ['nothing at its address', { kind: 'gone' }],
    ['an address that may not be asked', { kind: 'refused', why: 'het adres is geen https' }],
    ['a resource of another shape', { kind: 'found', json: { foo: 1 } }],
    [
      'an RSIN that is none',
      { kind: 'found', json: { ...BESLUIT, verantwoordelijkeOrganisatie: '123456789' } },
    ],
  ] as const)('%s', async (_what, fetched) => {
    const world = await workingOff();
    world.given.fetched = fetched;
    expect(await world.handle()).toBe('triage');
  });

  test('a decision that lies in the future', async () => {
    const world = await workingOff();
    world.given.fetched = { kind: 'found', json: { ...BESLUIT, datum: '2026-03-01' } };
    expect(await world.handle()).toBe('proposed');
    expect(await world.answers()).toEqual([]);
  });
});

test('a source never speaks for another municipality, whatever it says or its mapping says', async () => {
  const world = await workingOff(SURE, { municipality: 'GM0002' });
  await world.handle();
  expect((await world.answers()).map(({ body }) => body)).toEqual([COLLEGES[1]]);
  const said = {
    trajectory: 'voorbeeld',
    round: 'main.r1',
    body: COLLEGES[0],
    outcome: 'rejected',
    date: '2026-02-03',
  };
  expect(await world.handle({ type: 'x', data: said }, 'standard')).toBe('triage');
  expect(await world.answers()).toHaveLength(1);
});

describe('a standard webhook that knows our names', () => {
  const said = {
    trajectory: 'voorbeeld',
    round: 'main.r1',
    body: COLLEGES[0],
    outcome: 'adopted',
    date: '2026-02-03',
  };

  test('is recorded outright', async () => {
    const world = await workingOff({});
    expect(await world.handle({ type: 'besluit', data: { ...said, reference: 'X1' } }, 'standard')).toBe(
      'recorded',
    );
    expect(await world.answers()).toMatchObject([{ reference: 'X1', outcome: 'adopted' }]);
  });

  test('that is postponed needs its new day', async () => {
    const world = await workingOff({});
    const postponed = { ...said, outcome: 'deferred' };
    expect(await world.handle({ type: 'besluit', data: postponed }, 'standard')).toBe('proposed');
    expect(
      await world.handle({ type: 'besluit', data: { ...postponed, newDate: '2026-03-03' } }, 'standard'),
    ).toBe('recorded');
  });
});

describe('whatever happens in between', () => {
  test('a source that cannot be reached: the message is to be tried again, and then succeeds', async () => {
    const world = await workingOff();
    world.given.fetched = new Unavailable('De bron', new Error('time-out'));
    await expect(world.handle()).rejects.toBeInstanceOf(Unavailable);
    expect([...world.messages.values()]).toMatchObject([{ status: 'failed' }]);
    world.given.fetched = { kind: 'found', json: BESLUIT };
    expect(await world.handle()).toBe('recorded');
  });

  // Guards: functions/adapters/record/messages.ts: #workedUntil <= :now (and its twin in memoryIntake)
  test('a worker that died after recording: the next one finds it so, once its time is over', async () => {
    const world = await workingOff();
    const died = { ...world.messageStore, finishMessage: async () => Promise.reject(new Error('killed')) };
    const { handleMessage } = await import('../../functions/operations/intake/handleMessage.ts');
    await expect(handleMessage({ ...world.deps, messages: died }, messageOf(NOTIFICATION))).rejects.toThrow(
      'killed',
    );
    expect(await world.handle()).toBe('repeat');
    const late = { ...world.deps, now: () => LATER.replace('2026-02-02', '2026-02-05') };
    expect(await handleMessage(late, messageOf(NOTIFICATION))).toBe('unchanged');
    expect(await world.answers()).toHaveLength(1);
  });

  test('a paused source: its messages are kept as they are, and worked off when it goes on', async () => {
    const world = await workingOff(SURE, { pausedAt: '2026-02-01T09:00:00.000Z' });
    expect(await world.handle()).toBe('held');
    expect(await world.answers()).toEqual([]);
    const [held] = await world.messageStore.heldMessages('bron-zgw');
    const { pausedAt: _since, ...going } = world.given.source!;
    world.given.source = going;
    expect(await world.handle(JSON.parse(JSON.parse(held!.held!).content))).toBe('recorded');
  });

  test('a source that was removed meanwhile: a person sees its message', async () => {
    const world = await workingOff();
    world.given.source = undefined;
    expect(await world.handle()).toBe('triage');
    expect(await world.open()).toMatchObject([{ reason: expect.stringContaining('verwijderd') }]);
  });

  test('what the mapping says to leave alone is left alone', async () => {
    const world = await workingOff({ ...SURE, ignore: { channels: ['zaken'] } });
    expect(await world.handle({ ...NOTIFICATION, kanaal: 'zaken' })).toBe('ignored');
    expect(await world.open()).toEqual([]);
  });
});
