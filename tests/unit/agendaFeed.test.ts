import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaLink, isGenuine, readAgendaLink } from '../../functions/domain/agenda/agendaLink.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { agendaLinks } from '../../functions/operations/readAgenda.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { asked, COLLEGES, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { EVERYBODY_READS } from './portalAccess.ts';

const KEY = 'k'.repeat(43);
const AT = '2026-02-02T09:00:00.000Z';

/** The record, whose trajectory has this key for its feeds. */
function withKey({ store }: Running, agendaKey: string | undefined = KEY): RecordStore {
  return {
    ...store,
    trajectory: async (id) => {
      const row = await store.trajectory(id);
      return row && { ...row, ...(agendaKey && { agendaKey }) };
    },
  };
}

function get(store: RecordStore, link: string) {
  const log = { info: () => {}, warn: () => {} };
  const portal = createPortal({
    ...EVERYBODY_READS,
    store,
    reference: NOTHING_IMPORTED,
    stage: 'test',
    log,
    now: () => AT,
  });
  return portal.request(`/agenda/${link}.ics`);
}

test('a link leads back to what it is of', () => {
  const subject = { trajectory: 'visietraject', body: 'GM0072/council' };
  const link = agendaLink(KEY, subject);
  expect(link).toMatch(/^visietraject~GM0072~council\.[A-Za-z0-9_-]{22}$/);
  expect(readAgendaLink(link)).toEqual(subject);
  expect(readAgendaLink(agendaLink(KEY, { trajectory: 'visietraject' }))).toEqual({
    trajectory: 'visietraject',
  });
});

// Guards: functions/domain/agenda/agendaLink.ts: `timingSafeEqual` in isGenuine.
test('any other link, or one by another key, is not genuine', () => {
  const link = agendaLink(KEY, { trajectory: 'visietraject', body: 'rac' });
  expect(isGenuine(KEY, link)).toBe(true);
  expect(isGenuine('other', link)).toBe(false);
  expect(
    isGenuine(
      KEY,
      agendaLink(KEY, { trajectory: 'visietraject' }).replace('visietraject', 'visietraject~rac'),
    ),
  ).toBe(false);
  fc.assert(
    fc.property(fc.nat({ max: link.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }), (at, by) => {
      const changed = link.slice(0, at) + by + link.slice(at + 1);
      expect(isGenuine(KEY, changed)).toBe(changed === link);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isGenuine(KEY, text)).toBe(false);
    }),
  );
});

test('a feed is text/calendar that only its reader keeps, for an hour', async () => {
  const store = withKey(await asked());
  const [feed] = await agendaLinks(store, 'voorbeeld', COLLEGES[0]);
  const response = await get(store, feed!.link);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, max-age=3600');
  const text = (await response.text()).replace(/\r\n[ \t]/g, '');
  expect(text).toContain('X-WR-CALNAME:Voorbeeld – College Aa');
  expect(text).not.toContain('@aa.example');
  expect(text).not.toContain('token of');
});

test('what has no feed is not found, and nobody is told why', async () => {
  const running = await asked();
  const store = withKey(running);
  const link = agendaLink(KEY, { trajectory: 'voorbeeld', body: COLLEGES[0] });
  const answers = await Promise.all([
    get(store, link.replace('GM0001', 'GM0002')),
    get(store, agendaLink(KEY, { trajectory: 'onbekend' })),
    get(store, 'x'),
    get(withKey(running, ''), link),
    get(store, '..%2F..%2Fetc'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(new Set(await Promise.all(answers.map((each) => each.text()))).size).toBe(1);
});

test('the links of a trajectory are its own and one a body; of one that has none it is said', async () => {
  const running = await asked();
  const links = await agendaLinks(withKey(running), 'voorbeeld');
  expect(links.map(({ name }) => name)).toEqual([
    'Voorbeeld',
    'College Aa',
    'Raad Aa',
    'College Bee',
    'Raad Bee',
    'Commissie',
  ]);
  await expect(agendaLinks(running.store, 'voorbeeld')).rejects.toMatchObject({ code: 'NO_AGENDA' });
  await expect(agendaLinks(withKey(running), 'voorbeeld', 'x')).rejects.toMatchObject({
    code: 'UNKNOWN_BODY',
  });
});
