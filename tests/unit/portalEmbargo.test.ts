import { describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { endOf, newSession } from '../../functions/domain/access/session.ts';
import { agendaLink } from '../../functions/domain/agenda/agendaLink.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { ROUTE_ACCESS } from '../../functions/web/access/routeAccess.ts';
import {
  AFTERWARDS,
  concluded,
  PUBLIC_ON,
  revised,
  SECRETS,
  WHILE_IT_RUNS,
  weighed,
} from './embargoWorld.ts';
import { COLLEGES, COUNCILS, type Running } from './exampleRecord.ts';
import { accessWith, grantOf, memoryGrants } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';
import { memoryForms } from './portalForms.ts';

const AGENDA_KEY = 'k'.repeat(43);
const MAIL = 'iemand@gemeente.example';
type Who = readonly Partial<Grant>[] | 'nobody';
const READER: Who = [{ role: 'reader' }];
const OTHER_MUNICIPALITY: Who = [
  { role: 'secretary', body: COLLEGES[1] },
  { role: 'secretary', body: COUNCILS[1] },
];
const OTHERS: readonly (readonly [string, Who])[] = [
  ['an anonymous visitor', 'nobody'],
  ['a reader', READER],
  ['a secretary of another municipality', OTHER_MUNICIPALITY],
  ['a lead of another trajectory', [{ role: 'lead', trajectory: 'ander' }, { role: 'reader' }]],
];
const INSIDERS: readonly (readonly [string, Who])[] = [
  ['the secretary of the college', [{ role: 'secretary', body: COLLEGES[0] }]],
  ['the secretary of its council', [{ role: 'secretary', body: COUNCILS[0] }]],
  ['the project lead', [{ role: 'lead', trajectory: 'voorbeeld' }]],
  ['the administrator', [{ role: 'administrator' }]],
];

/** Every address that answers a GET, of this trajectory where it is of one. */
function addresses(): string[] {
  const paths = Object.keys(ROUTE_ACCESS).flatMap((route) =>
    route.startsWith('GET ') ? [route.slice(4)] : [],
  );
  return paths.flatMap((path) =>
    path.includes(':round') && path.startsWith('/traject')
      ? ['main.r1', 'main.r2'].map((round) => path.replace(':id', 'voorbeeld').replace(/:round.*/, round))
      : [
          path
            .replace(':id', 'voorbeeld')
            .replace(/^\/agenda.*/, `/agenda/${agendaLink(AGENDA_KEY, { trajectory: 'voorbeeld' })}.ics`)
            .replace(':name', 'bron')
            .replace(/:round.*/, `main.r1/${COLLEGES[1]}`),
        ],
  );
}

function withFeeds(store: RecordStore): RecordStore {
  const trajectory = async (id: string) => {
    const row = await store.trajectory(id);
    return row && { ...row, agendaKey: AGENDA_KEY };
  };
  return { ...store, trajectory };
}

/** What each address says to this visitor; the random keys of links and forms are left out. */
async function seenBy(running: Running, who: Who, now = WHILE_IT_RUNS): Promise<Map<string, string>> {
  const grants = who === 'nobody' ? [] : who.map((changes) => grantOf({ mail: MAIL, ...changes }));
  const access = accessWith({ grants: memoryGrants(grants), anonymousMayRead: who === 'nobody' });
  const forms = memoryForms();
  const { items, sources } = forms.stores;
  const browser = createBrowser({
    ...{
      access,
      stage: 'prod',
      now: () => now,
      store: withFeeds(running.store),
      forms: forms.stores,
      items,
      sources,
    },
  });
  if (who !== 'nobody') {
    const session = {
      ...newSession({ mail: MAIL, name: 'Iemand' }, now),
      id: 'x'.repeat(22),
      formToken: 'y',
    };
    browser.setCookie('__Host-sessie', await access.sealing.seal('session', session, endOf(session)));
  }
  const pages = new Map<string, string>();
  for (const path of addresses()) {
    const response = await browser.get(path);
    const named = path.startsWith('/agenda') ? '/agenda' : path;
    const text = (await response.text()).replace(/name="(bewijs|formToken)" value="[^"]*"/g, '');
    pages.set(named, `${response.status} ${response.headers.get('location') ?? ''} ${text}`);
  }
  return pages;
}

describe('an answer under embargo', () => {
  // Guards: asSeenBy.ts: answerGiven, `later`, `rounds`; hiddenMilestones.ts: both sets; entryAsSeen.ts and flagsAsSeen.ts: each line.
  test.each(OTHERS)('is nowhere to be read for %s', async (_who, who) => {
    const running = await concluded();
    const requests = await running.requests();
    const ids = requests.flatMap(({ decisionId, stage, body }) =>
      decisionId && body !== COLLEGES[1] && (stage === 0 || body !== COUNCILS[1])
        ? [decisionId.slice(0, 12)]
        : [],
    );
    const shownToThem = who === OTHER_MUNICIPALITY ? [SECRETS[3]] : [];
    const pages = await seenBy(running, who);
    expect(pages.get('/agenda')).toContain('BEGIN:VCALENDAR');
    for (const [path, text] of pages)
      for (const word of [...SECRETS, ...ids].filter((each) => !(shownToThem as string[]).includes(each)))
        expect(text, `${word} on ${path}`).not.toContain(word);
  });

  test.each(OTHERS)('makes no difference to %s, whichever way it went', async (_who, who) => {
    const [adopted, rejected] = await Promise.all([weighed('adopted'), weighed('rejected')]);
    expect(await seenBy(adopted, who)).toEqual(await seenBy(rejected, who));
  });

  test.each(OTHERS.filter(([, who]) => who !== OTHER_MUNICIPALITY))(
    'makes no difference to %s by what followed from it either',
    async (_who, who) => {
      const [agreed, divided] = await Promise.all([concluded(), revised()]);
      expect(await seenBy(agreed, who)).toEqual(await seenBy(divided, who));
    },
  );

  test('is said to be given, and until when it is not public, on every page that shows the answer', async () => {
    const pages = await seenBy(await weighed('rejected'), READER);
    for (const path of ['/', '/traject/voorbeeld', '/traject/voorbeeld/ronde/main.r1']) {
      expect(pages.get(path)).toContain('antwoord gegeven');
      expect(pages.get(path)).toMatch(/nog niet openbaar tot <time[^>]*>20 februari 2026/);
    }
    expect(pages.get('/traject/voorbeeld/logboek')).toContain(
      'antwoord gegeven, nog niet openbaar tot 20 februari 2026',
    );
    for (const kind of ['csv', 'json'])
      expect(pages.get(`/traject/voorbeeld/logboek.${kind}`)).toContain(
        'College Aa: antwoord gegeven, nog niet openbaar tot 20 februari 2026.',
      );
  });

  // Guards: accessTable.ts: 'see-embargoed', and reach 'municipality'.
  test.each(INSIDERS)('is seen by %s, marked as not public', async (_who, who) => {
    const pages = await seenBy(await weighed('rejected'), who);
    const round = pages.get('/traject/voorbeeld/ronde/main.r1');
    expect(round).toContain(SECRETS[0]);
    expect(round).toContain('nog niet openbaar tot');
    expect(pages.get('/traject/voorbeeld/logboek')).toContain(`Niet openbaar tot 20 februari 2026`);
  });

  // Guards: embargo.ts: isUnderEmbargo: `today < embargo`, a day in Europe/Amsterdam.
  test('is public from its day on, in the Netherlands, with nothing done', async () => {
    const running = await weighed('rejected');
    const on = async (now: string) =>
      (await seenBy(running, READER, now)).get('/traject/voorbeeld/ronde/main.r1') ?? '';
    expect(await on('2026-02-19T22:59:59.000Z')).not.toContain(SECRETS[0]);
    expect(await on('2026-02-19T23:00:00.000Z')).toContain(SECRETS[0]);
    expect(await on(AFTERWARDS)).not.toContain('nog niet openbaar');
    expect(PUBLIC_ON).toBe('2026-02-20');
  });
});
