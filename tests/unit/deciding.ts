import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { DraftAnswer, IncomingItem } from '../../functions/domain/intake/incomingItem.ts';
import { bodiesOf } from '../../functions/domain/plan/bodies.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import type { DecisionListStore } from '../../functions/operations/attachments/ports.ts';
import { createLink } from '../../functions/operations/links/createLink.ts';
import { createDecideApp } from '../../functions/web/decide/decideApp.tsx';
import type { DecideDependencies } from '../../functions/web/decide/dependencies.ts';
import { asked, COLLEGES, createClock, createMailbox, LATER, ROUND } from './exampleRecord.ts';
import { createMemoryLinks } from './memoryLinks.ts';
import { referenceDataWith } from './memoryReferenceData.ts';

export const PORTAL = 'https://besluiten.example';
export const BUCKET = 'https://lijsten.s3.eu-west-1.amazonaws.com/';

interface Given {
  readonly plan?: Plan;
  readonly contacts?: readonly Contact[];
  readonly body?: string;
  readonly draft?: DraftAnswer;
  readonly item?: IncomingItem;
  readonly stage?: string;
}

/** The example whose colleges were asked, and the pages behind a link of one of them. */
export async function deciding({ plan, contacts = [], body = COLLEGES[0], draft, item, stage }: Given = {}) {
  const running = await asked(plan);
  const mailbox = createMailbox();
  const clock = createClock(LATER);
  const links = createMemoryLinks();
  const objects = new Map<string, Uint8Array>();
  const items = new Map(item ? [[item.id, item]] : []);
  const counted = new Map<string, number>();
  const told: unknown[] = [];
  const tell = (message: string, fields: object) => void told.push({ message, ...fields });
  const deps: DecideDependencies = {
    store: running.store,
    reference: await referenceDataWith({ contacts }),
    links,
    items: {
      item: async (id) => items.get(id),
      writeItem: async (next, seen) => {
        if (items.get(next.id)?.lastWrite !== seen.lastWrite) return false;
        items.set(next.id, next);
        return true;
      },
    },
    limit: {
      take: async (person, most, at) => {
        const key = `${person} ${at.slice(0, 13)}`;
        const before = counted.get(key) ?? 0;
        counted.set(key, before + 1);
        return before < most;
      },
    },
    sender: mailbox,
    lists: listsOn(objects),
    portalUrl: PORTAL,
    stage: stage ?? 'test',
    log: { info: tell, warn: tell },
    now: clock.now,
  };
  const app = createDecideApp(deps);
  const { mail } = bodiesOf(running.plan).find((each) => each.id === body)!;
  const person = { name: 'S. Secretaris', mail };
  const newLink = (of: object = {}) =>
    createLink(
      links,
      { trajectory: 'voorbeeld', round: ROUND, body, person, draft, item: item?.id, ...of },
      clock.at,
    );
  const id = await newLink();
  return {
    ...running,
    mailbox,
    clock,
    links,
    objects,
    items,
    told,
    deps,
    app,
    id,
    newLink,
    browser: (of = id) => browserOn((path, init) => app.request(`${PORTAL}${path}`, init), of),
    row: async () => (await running.store.request('voorbeeld', ROUND, body))!,
  };
}

function listsOn(objects: Map<string, Uint8Array>): DecisionListStore {
  return {
    uploadForm: async (key, returnTo) => ({
      url: BUCKET,
      fields: { 'Content-Type': 'application/pdf', success_action_redirect: returnTo, key },
    }),
    read: async (key, most) => {
      const bytes = objects.get(key);
      return bytes && bytes.length > most ? 'too-large' : bytes;
    },
    keep: async (key, bytes) => void objects.set(key, bytes),
  };
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader sees: the words without the markup. */
  readonly words: string;
  /** The hidden fields of the page, by name. */
  readonly hidden: Readonly<Record<string, string>>;
}

type Send = (path: string, init: RequestInit) => Response | Promise<Response>;

/** A browser with one link open: it keeps cookies, and says where a form comes from. */
export function browserOn(send: Send, id: string) {
  const cookies = new Map<string, string>();
  const open = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await send(path, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const html = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      html,
      words: wordsOf(html),
      hidden: hiddenIn(html),
    };
  };
  let page: Page | undefined;
  const browser = {
    cookies,
    get: async (path = `/besluit/${id}`, method = 'GET') => {
      page = await open(path, { method });
      return page;
    },
    /** Posts the fields with the hidden ones of the page that is open, as the browser that shows it would. */
    post: async (
      fields: Readonly<Record<string, string>>,
      { path = `/besluit/${id}`, headers = {} }: { path?: string; headers?: Record<string, string> } = {},
    ) => {
      page = await open(path, {
        method: 'POST',
        body: new URLSearchParams({ ...page?.hidden, ...fields }),
        headers: { 'sec-fetch-site': 'same-origin', origin: 'null', ...headers },
      });
      return page;
    },
    /** From the form to the receipt. */
    record: async (fields: Readonly<Record<string, string>> = ADOPTED) => {
      await browser.get();
      await browser.post({ stap: 'bekijken', ...fields });
      return browser.post({ stap: 'vastleggen' });
    },
  };
  return browser;
}

export const ADOPTED = { uitkomst: 'adopted', datum: '2026-01-27', kenmerk: 'B&W 2026/12' };

function wordsOf(html: string): string {
  return html
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name!, unescaped(value!)]));
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
