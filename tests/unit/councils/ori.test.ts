import { describe, expect, test } from 'vitest';
import type { CouncilRequest, ReadingContext } from '../../../functions/domain/councils/councilSystem.ts';
import { ori } from '../../../functions/domain/councils/ori/ori.ts';
import { hit, hits } from './oriAnswers.ts';

const poll = {
  url: 'https://api.ori.example/v1/elastic',
  organisation: 'ori_noordermeer_*',
  body: 'council',
} as const;
const context: ReadingContext = { poll, today: '2026-05-13', mayMatter: () => true };
const first = ori.first(poll, { from: '2026-04-07', until: '2026-05-13' }) as CouncilRequest;
const read = (answer: string) => ori.read(first, answer, context);

test('Open Raadsinformatie is searched in the municipality’s index, for what was on an agenda in these days', () => {
  expect(first.url).toBe('https://api.ori.example/v1/elastic/ori_noordermeer_*/_search');
  const { query, from, size } = JSON.parse(first.post?.body ?? '');
  expect(query.bool.must).toEqual([
    { terms: { '@type': ['AgendaItem', 'Report'] } },
    { range: { last_discussed_at: { gte: '2026-04-07', lte: '2026-05-13', time_zone: 'Europe/Amsterdam' } } },
  ]);
  expect([from, size]).toEqual([0, 200]);
  expect(ori.first({ ...poll, organisation: undefined }, { from: '', until: '' })).toHaveProperty('missing');
});

describe('a decision of Open Raadsinformatie', () => {
  test.each([
    ['http://www.w3.org/ns/opengov#ResultPassed', 'aangenomen'],
    ['opengov:ResultFailed', 'verworpen'],
    ['https://argu.co/ns/meeting/ResultPostponed', 'doorgeschoven'],
    ['meeting:ResultKept', 'aangehouden'],
    ['meeting:ResultWithdrawn', 'ingetrokken'],
    ['aangehouden', 'aangehouden'],
    [['Gewijzigd', 'vastgesteld'], 'gewijzigd'],
  ])('with the result %s is %s', (result, said) => {
    expect(read(hits(hit('7000002', { name: 'Visie', result })))).toMatchObject({
      decisions: [
        {
          externalId: '7000002',
          meetingDay: '2026-05-12',
          title: 'Visie',
          said,
          url: 'https://api.ori.example/v1/elastic/ori_noordermeer_20260101/_doc/7000002',
        },
      ],
    });
  });

  test('is not read from a status that is about the event', () => {
    const event = hit('7000002', { name: 'Visie', status: 'https://argu.co/ns/meeting/EventConfirmed' });
    expect(read(hits(event))).toMatchObject({ decisions: [], undecided: 1 });
    const status = hit('7000003', { name: 'Visie', status: 'Verworpen' });
    expect(read(hits(status))).toMatchObject({ decisions: [{ said: 'verworpen' }] });
  });

  test('of a list of motions says that it is a motion', () => {
    const report = hit('7000002', {
      '@type': 'Report',
      name: 'Visie',
      classification: ['Moties'],
      result: 'A',
    });
    expect(read(hits(report))).toMatchObject({ decisions: [{ title: 'Motie: Visie' }] });
  });

  test('is none before its meeting was', () => {
    const future = hit('7000002', {
      name: 'Visie',
      result: 'A',
      last_discussed_at: '2026-06-09T19:30:00+02:00',
    });
    expect(read(hits(future))).toMatchObject({ decisions: [], undecided: 1 });
  });
});

test('what is missing costs the hit, and is counted', () => {
  const good = hit('7000002', { name: '<b>Visie</b>', result: 'A' });
  const answer = hits(
    {},
    hit('7000003', { name: '' }),
    hit('7000004', { name: 'x', last_discussed_at: 4 }),
    good,
  );
  expect(read(answer)).toMatchObject({ decisions: [{ title: 'Visie' }], skipped: 3 });
});

test('a full page is followed by the next, up to 5,000 hits', () => {
  const full = hits(...Array.from({ length: 200 }, (_, n) => hit(`${n}`, { name: `Voorstel ${n}` })));
  let [pages, request] = [0, first as CouncilRequest | undefined];
  while (request && pages < 100) {
    pages += 1;
    const reading = ori.read(request, full, context);
    request = reading.kind === 'read' ? reading.more[0] : undefined;
  }
  expect(pages).toBe(25);
  expect(read(hits(hit('1', { name: 'Voorstel' })))).toMatchObject({ more: [] });
});

test.each([
  ['a page', '<html></html>'],
  ['an error', '{"error":{"type":"index_not_found_exception"},"status":404}'],
  ['hits of another shape', hits({ _id: '1', document: {} })],
])('a changed layout is said of %s', (_what, answer) => {
  expect(read(answer)).toMatchObject({
    kind: 'layout-changed',
    sentence: expect.stringMatching(/Open Raadsinformatie.*beheerder/),
  });
});
