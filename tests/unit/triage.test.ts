import { beforeEach, describe, expect, test } from 'vitest';
import { acceptItem, type Said } from '../../functions/operations/intake/acceptItem.ts';
import { dismissItem } from '../../functions/operations/intake/dismissItem.ts';
import { CLERK } from './exampleRecord.ts';
import { besluit, DECISIONS, found, type IntakeWorld, intakeWorld, NOW } from './intakeRecord.ts';

let world: IntakeWorld;
let id: string;
/** An item of a decision of unknown kind: place, day and reference are read, the outcome is not. */
beforeEach(async () => {
  world = await intakeWorld({});
  world.resourcesAt.set(`${DECISIONS}/a`, found(besluit({ bestuursorgaan: 'college' })));
  await world.handle(world.notified('a'));
  id = (await world.items.openItems())[0]!.id;
});

const accept = (said: Said = { outcome: 'adopted' }, by = CLERK) => acceptItem(world, id, said, NOW, by);
const entriesOfItems = async (of = 'voorbeeld') =>
  world.table
    .rows()
    .filter(({ kind, trajectory }) => kind === 'audit' && trajectory === of)
    .map(({ what, by, details }) => ({ what, by, details }));

describe('accepting an item', () => {
  test('records the decision by who accepts it, and closes it with who and when, in the log too', async () => {
    expect(await accept()).toMatchObject({ changed: true });
    expect(await world.college()).toMatchObject({
      outcome: 'adopted',
      decidedOn: '2026-02-03',
      reference: 'BESLUIT-2026-0000000002',
      by: 'griffier',
      via: 'command-line',
    });
    expect(await world.items.item(id)).toMatchObject({
      status: 'accepted',
      closedBy: 'griffier',
      closedAt: NOW,
    });
    expect(await world.items.openItems()).toEqual([]);
    expect(await entriesOfItems()).toMatchObject([
      { what: 'item-accepted', by: 'griffier', details: { item: id } },
    ]);
  });

  test('what a person says goes before what was read', async () => {
    await accept({ outcome: 'rejected', on: '2026-02-02', reference: 'O26.9' });
    expect(await world.college()).toMatchObject({
      outcome: 'rejected',
      decidedOn: '2026-02-02',
      reference: 'O26.9',
    });
  });

  test('that does not say everything names what is missing, and changes nothing', async () => {
    await expect(accept({})).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('--outcome'),
    });
    expect(await world.items.item(id)).toMatchObject({ status: 'proposed' });
  });

  // Guards: functions/operations/intake/acceptItem.ts: bodiesOfMunicipality(…).includes(answer.body)
  test('for a body of another municipality is refused', async () => {
    await expect(accept({ outcome: 'adopted', body: 'GM0002/college' })).rejects.toMatchObject({
      code: 'FOREIGN_BODY',
    });
  });

  test('that the record refuses leaves it open', async () => {
    await expect(accept({ outcome: 'noted' })).rejects.toMatchObject({ code: 'OUTCOME_NOT_POSSIBLE' });
    expect(await world.items.openItems()).toHaveLength(1);
  });

  test('that stopped before it was closed can be done again, without effect', async () => {
    const { writeItem } = world.items;
    world.items.writeItem = () => Promise.reject(new Error('stopped'));
    await expect(accept()).rejects.toThrow('stopped');
    world.items.writeItem = writeItem;
    expect(await accept()).toMatchObject({ changed: false });
    expect(await world.items.openItems()).toEqual([]);
  });

  // Guards: functions/operations/intake/acceptItem.ts: reports.bindReport
  test('binds the decision: what its source says of it later belongs to the same place', async () => {
    await accept();
    world.source = {
      ...world.source!,
      mapping: {
        ...world.source!.mapping,
        decisions: [{ type: besluit().besluittype as string, outcome: 'adopted' }],
      },
    };
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit({ toelichting: 'Bijgewerkt.' })));
    expect(await world.handle(world.notified('a', { actie: 'update' }))).toBe('unchanged');
  });
});

describe('two people at once', () => {
  test('both accept, differently: one is recorded, the other is told what is', async () => {
    const results = await Promise.allSettled([
      accept(),
      accept({ outcome: 'rejected' }, { by: 'ander', via: 'command-line' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT' },
    });
  });

  // Guards: functions/adapters/record/items.ts: '#status = :seen'
  test('one dismisses while the other accepts: the refusal says who, and that the decision is recorded', async () => {
    world.table.before('transact', () =>
      dismissItem(world.items, id, 'Hoort niet bij ons', NOW, { by: 'ander', via: 'command-line' }),
    );
    await expect(accept()).rejects.toMatchObject({
      code: 'ITEM_CLOSED',
      message: expect.stringMatching(/afgewezen door ander.*wel vastgelegd/),
    });
    expect(await world.items.item(id)).toMatchObject({ status: 'dismissed', closedBy: 'ander' });
    expect(await world.college()).toMatchObject({ status: 'decided' });
  });

  test('who comes after is told who was first', async () => {
    await accept();
    await expect(accept()).rejects.toMatchObject({
      code: 'ITEM_CLOSED',
      message: expect.stringContaining('overgenomen door griffier'),
    });
    await expect(dismissItem(world.items, id, 'x', NOW, CLERK)).rejects.toMatchObject({
      code: 'ITEM_CLOSED',
    });
  });
});

test('dismissing closes an item with its reason, records nothing, and is in the log', async () => {
  await dismissItem(world.items, id, 'Gaat over iets anders', NOW, CLERK);
  expect(await world.items.item(id)).toMatchObject({
    status: 'dismissed',
    closedBecause: 'Gaat over iets anders',
  });
  expect(await world.college()).toMatchObject({ status: 'open' });
  expect(await entriesOfItems()).toMatchObject([
    { what: 'item-dismissed', details: { reason: 'Gaat over iets anders' } },
  ]);
});

test('an item that does not exist is said to', async () => {
  await expect(acceptItem(world, 'f'.repeat(16), {}, NOW, CLERK)).rejects.toMatchObject({
    code: 'UNKNOWN_ITEM',
  });
});
