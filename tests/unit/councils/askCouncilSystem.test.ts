import { describe, expect, test } from 'vitest';
import type { ReadingContext } from '../../../functions/domain/councils/councilSystem.ts';
import { notubiz } from '../../../functions/domain/councils/notubiz/notubiz.ts';
import { askCouncilSystem } from '../../../functions/operations/intake/askCouncilSystem.ts';
import type { CouncilAnswer } from '../../../functions/operations/intake/pollPorts.ts';
import { createClock } from '../exampleRecord.ts';
import { agendaItem, event, events, meeting, moduleItem, reference, spokenItem } from './notubizAnswers.ts';

const poll = { url: 'https://notubiz.example', organisation: '9', body: 'council' } as const;
const context: ReadingContext = { poll, today: '2026-05-13', mayMatter: (text) => text.includes('Visie') };
const window = { from: '2026-04-07', until: '2026-05-13' };
const said = (text: string): CouncilAnswer => ({ kind: 'answered', text });

/** NotuBiz with these answers by path; what is not there is 404. */
function asking(answers: Readonly<Record<string, CouncilAnswer>>, secondsEach = 0) {
  const clock = createClock();
  const paths: string[] = [];
  const reader = {
    ask: async ({ url }: { readonly url: string }) => {
      const { pathname, searchParams } = new URL(url);
      const path = searchParams.has('page') ? `${pathname}?${searchParams.get('page')}` : pathname;
      paths.push(path);
      clock.later(secondsEach);
      return answers[path] ?? ({ kind: 'gone' } as const);
    },
  };
  const found = askCouncilSystem(reader, notubiz, { origins: [] }, window, context, clock.now);
  return { found, paths };
}

test('a list leads to meetings, and those to registered items that may matter', async () => {
  const { found, paths } = asking({
    '/events?1': said(events([event(31), event(32)], true)),
    '/events?2': said(events([])),
    '/events/meetings/31': said(
      meeting(31, [
        agendaItem(6, 'Visie', { module_items: [reference(8, 71)] }),
        agendaItem(7, 'Zwembad', { module_items: [reference(8, 72)] }),
      ]),
    ),
    '/events/meetings/32': said(meeting(32, [spokenItem(9, 'Visie', 'Besluit: aangehouden')])),
    '/modules/8/items/71': said(moduleItem(71, { 1: 'Visie', 62: 'aangenomen' })),
  });
  expect((await found).decisions.map(({ externalId, said: as }) => [externalId, as])).toEqual([
    ['agenda_item/9', 'aangehouden'],
    ['agenda_item/6/module_item/71', 'aangenomen'],
  ]);
  expect(paths).toEqual([
    '/events?1',
    '/events/meetings/31',
    '/events/meetings/32',
    '/events?2',
    '/modules/8/items/71',
  ]);
});

describe('a meeting that cannot be read', () => {
  const good = said(meeting(31, [spokenItem(6, 'Visie', 'Besluit: aangenomen')]));

  test('is skipped when others can, also when it was withdrawn', async () => {
    const { found } = asking({
      '/events?1': said(events([event(31), event(32), event(33)])),
      '/events/meetings/31': good,
      '/events/meetings/32': said('{"meeting":{"nieuw":true}}'),
    });
    expect(await found).toMatchObject({ decisions: [{ said: 'aangenomen' }], skipped: 2 });
    expect(await found).not.toHaveProperty('failed');
  });

  // Guards: askCouncilSystem.ts: `changed.length === found.questions - 1`
  test('is a changed layout when none can', async () => {
    const { found } = asking({
      '/events?1': said(events([event(31), event(32)])),
      '/events/meetings/31': said('{"meeting":{"nieuw":true}}'),
      '/events/meetings/32': said('<html></html>'),
    });
    expect(await found).toMatchObject({ failed: { trouble: 'layout' } });
  });

  test('because they refuse us ends the look, and what was found counts', async () => {
    const { found, paths } = asking({
      '/events?1': said(events([event(31), event(32), event(33)])),
      '/events/meetings/31': good,
      '/events/meetings/32': { kind: 'forbidden', status: 403 },
    });
    expect(await found).toMatchObject({ decisions: [{}], failed: { trouble: 'forbidden' } });
    expect(paths).not.toContain('/events/meetings/33');
  });
});

test('a list that is gone is a changed address', async () => {
  expect(await asking({}).found).toMatchObject({
    failed: { trouble: 'layout', said: expect.stringMatching(/adres/) },
  });
});

// Guards: askCouncilSystem.ts: MOST_QUESTIONS and LONGEST_MS, each by itself.
test.each([
  ['are many', 0, 150],
  ['are answered slowly', 5, 22],
])(
  'meetings that %s are said to be too much, and not asked for for ever',
  async (_what, secondsEach, most) => {
    const many = Array.from({ length: 400 }, (_, n) => event(1000 + n));
    const one = said(meeting(1, [spokenItem(6, 'Visie', 'Besluit: aangenomen')]));
    const answers = Object.fromEntries(many.map(({ id }) => [`/events/meetings/${id}`, one]));
    const { found, paths } = asking({ '/events?1': said(events(many)), ...answers }, secondsEach);
    expect(await found).toMatchObject({ failed: { trouble: 'too-much' } });
    expect(paths.length).toBeLessThanOrEqual(most);
  },
);

test('a missing setting is said without a question', async () => {
  const ask = () => Promise.reject(new Error('nobody is asked'));
  const without = { ...context, poll: { ...poll, organisation: undefined } };
  const found = await askCouncilSystem({ ask }, notubiz, { origins: [] }, window, without, createClock().now);
  expect(found).toMatchObject({ questions: 0, failed: { trouble: 'settings' } });
});
