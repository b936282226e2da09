import { describe, expect, test } from 'vitest';
import type { CouncilRequest, ReadingContext } from '../../../functions/domain/councils/councilSystem.ts';
import { notubiz } from '../../../functions/domain/councils/notubiz/notubiz.ts';
import { agendaItem, event, events, meeting, moduleItem, reference, spokenItem } from './notubizAnswers.ts';

const poll = { url: 'https://api.notubiz.example', organisation: '9', body: 'council' } as const;
const window = { from: '2026-04-07', until: '2026-05-13' };
const context: ReadingContext = { poll, today: '2026-05-13', mayMatter: (text) => text.includes('Visie') };
const first = notubiz.first(poll, window) as CouncilRequest;
const step = (name: string, told: Record<string, string> = {}): CouncilRequest => ({
  ...first,
  step: name,
  context: told,
});
const readMeeting = (items: readonly unknown[], rest: object = {}, given = context) =>
  notubiz.read(step('meeting'), meeting(31, items, rest), given);

describe('NotuBiz is asked', () => {
  test('for the events of its organisation in these days', () => {
    const { origin, pathname, searchParams } = new URL(first.url);
    expect(origin + pathname).toBe('https://api.notubiz.example/events');
    expect(Object.fromEntries(searchParams)).toEqual({
      organisation_id: '9',
      date_from: '2026-04-07 00:00:00',
      date_to: '2026-05-13 23:59:59',
      page: '1',
      format: 'json',
      version: '1.17.0',
    });
  });

  test('only when it is known which organisation', () => {
    expect(notubiz.first({ ...poll, organisation: undefined }, window)).toHaveProperty('missing');
  });

  test('for each public meeting that was not cancelled, and for the next page', () => {
    const answer = events(
      [event(31), event(32, { permission_group: 'besloten' }), event(33, { canceled: true })],
      true,
    );
    const reading = notubiz.read(first, answer, context);
    expect(reading).toMatchObject({ kind: 'read', skipped: 0 });
    const asked = reading.kind === 'read' ? reading.more.map(({ url }) => new URL(url)) : [];
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/events/meetings/31', '/events']);
    expect(asked[1]?.searchParams.get('page')).toBe('2');
  });

  test('for a registered item only when its agenda item may matter, and never elsewhere than where it was told', () => {
    const elsewhere = { self: 'evil.example/modules/8/items/72' };
    const reading = readMeeting([
      agendaItem(5, 'Zwembad', { module_items: [reference(8, 70)] }),
      agendaItem(6, 'Visie vaststellen', { module_items: [reference(8, 71), elsewhere] }),
    ]);
    expect(reading.kind === 'read' && reading.more.map(({ url }) => url.split('?')[0])).toEqual([
      'https://api.notubiz.example/modules/8/items/71',
      'https://api.notubiz.example/modules/8/items/72',
    ]);
  });
});

describe('a decision of NotuBiz', () => {
  test('is read from what the agenda item itself says', () => {
    expect(
      readMeeting([spokenItem(6, '<b>Visie</b> vaststellen', '<p>Besluit: aangenomen</p>')]),
    ).toMatchObject({
      decisions: [
        {
          externalId: 'agenda_item/6',
          meetingDay: '2026-05-12',
          title: 'Visie vaststellen',
          said: 'aangenomen',
          url: 'https://noordermeer.notubiz.example/vergadering/31',
        },
      ],
    });
  });

  test('is read from the registered item, of agenda items in agenda items too', () => {
    const inside = agendaItem(6, 'Visie vaststellen', { module_items: [reference(8, 71)] });
    const reading = readMeeting([agendaItem(5, 'Bespreekstukken', { agenda_items: [inside] })]);
    const request = reading.kind === 'read' ? reading.more[0]! : first;
    expect(notubiz.read(request, moduleItem(71, { 1: 'Visie', 62: 'Verworpen' }), context)).toMatchObject({
      decisions: [
        {
          externalId: 'agenda_item/6/module_item/71',
          meetingDay: '2026-05-12',
          title: 'Visie',
          said: 'verworpen',
          saidAs: 'Verworpen',
        },
      ],
    });
  });

  test.each([
    [{ 62: 'hoofdelijk', 71: 'aangenomen' }, 'aangenomen'],
    [{ 62: 'hoofdelijk' }, 'anders'],
    [{ 61: 'Uitslag: aangehouden' }, 'aangehouden'],
  ])('is found where a municipality writes it: %j', (fields, said) => {
    const reading = notubiz.read(step('module-item', { agendaItem: '6' }), moduleItem(71, fields), context);
    expect(reading).toMatchObject({ decisions: [{ said }] });
  });

  test('about a motion says so, whatever its title', () => {
    const fields = { 1: 'Visie met hart', 45: 'Motie', 62: 'aangenomen' };
    expect(notubiz.read(step('module-item'), moduleItem(71, fields), context)).toMatchObject({
      decisions: [{ title: 'Motie: Visie met hart' }],
    });
  });

  // Guards: readMeeting.ts: `if (meetingDay > context.today)`
  test('is none before its meeting was', () => {
    const items = [spokenItem(6, 'Visie', 'Besluit: aangenomen')];
    expect(readMeeting(items, {}, { ...context, today: '2026-05-11' })).toMatchObject({
      decisions: [],
      undecided: 1,
    });
  });
});

describe('what is missing', () => {
  test('costs the item it is missing from, and is counted', () => {
    const items = [{}, 5, null, agendaItem(7, ''), spokenItem(6, 'Visie', 'Besluit: aangenomen')];
    expect(readMeeting(items)).toMatchObject({ decisions: [{ title: 'Visie' }], skipped: 4 });
  });

  test('costs an event without an id, not the list', () => {
    expect(notubiz.read(first, events([{}, event(31)]), context)).toMatchObject({ kind: 'read', skipped: 1 });
  });

  test('an empty list is a quiet month', () => {
    expect(notubiz.read(first, events([]), context)).toMatchObject({ kind: 'read', more: [] });
  });
});

describe('a changed layout', () => {
  test.each([
    ['a page for robots', 'events', '<html>Are you human?</html>'],
    ['a list of another name', 'events', '{"meetings":[]}'],
    ['events without ids', 'events', events([{ uuid: 'x' }])],
    ['a meeting without a day', 'meeting', meeting(31, [], { plannings: [] })],
    ['agenda items without titles', 'meeting', meeting(31, [{ id: 6, titel: 'Visie' }])],
    ['a registered item without fields', 'module-item', '{"item":{"id":71,"velden":{}}}'],
  ])('is said of %s', (_what, name, answer) => {
    const reading = notubiz.read(name === 'events' ? first : step(name), answer, context);
    expect(reading).toMatchObject({
      kind: 'layout-changed',
      sentence: expect.stringMatching(/NotuBiz.*beheerder/),
    });
  });
});

test('a list that does not end is asked for ten pages', () => {
  let [asked, request] = [0, first as CouncilRequest | undefined];
  while (request && asked < 50) {
    asked += 1;
    const reading = notubiz.read(request, events([event(31)], true), context);
    request = reading.kind === 'read' ? reading.more.find((more) => more.step === 'events') : undefined;
  }
  expect(asked).toBe(10);
});
