import { memoPdf } from '../../functions/adapters/memoPdf.ts';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createMemoStore } from '../../functions/adapters/record/memos.ts';
import { createMessageStore } from '../../functions/adapters/record/messages.ts';
import { createReportStore } from '../../functions/adapters/record/reports.ts';
import { createStatementStore } from '../../functions/adapters/record/statements.ts';
import type { Grant } from '../../functions/domain/access/role.ts';
import { endOf, newSession } from '../../functions/domain/access/session.ts';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import type { DeadLetter } from '../../functions/operations/intake/ports.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import type { FormStores } from '../../functions/web/formRoutes.ts';
import { createMemoryChain, type MemoryChain } from './memoryChain.ts';
import { memoryExecutions } from './memoryExecutions.ts';
import { createMemoryPolls } from './memoryPolls.ts';
import { createMemorySources } from './memorySources.ts';
import { createMemoryStore } from './memoryStore.ts';
import { createMemoryTable } from './memoryTable.ts';
import { accessWith, grantOf, memoryGrants } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';

export const NOW = '2026-02-04T09:00:00.000Z';
const OWN = { 'sec-fetch-site': 'same-origin' };

/** What the pages with forms work on: the adapters themselves on a table in memory, a queue and its dead letters. */
export function memoryForms(
  chain: Pick<FormStores, 'chain' | 'executions'> = chainOf(createMemoryChain(createMemoryStore())),
) {
  const table = createMemoryTable();
  const { sources, secrets, kept } = createMemorySources();
  const queued: QueuedMessage[] = [];
  const letters: DeadLetter[] = [];
  const probed: string[] = [];
  const probe = { answer: async (): Promise<{ status: number; detail?: string }> => ({ status: 204 }) };
  const stores = {
    sources,
    secrets,
    memos: createMemoStore(table),
    memoPdf,
    statements: createStatementStore(table),
    messages: createMessageStore(table),
    polls: createMemoryPolls(),
    items: createItemStore(table),
    reports: createReportStore(table),
    probes: {
      send: async (address: string) => {
        probed.push(address);
        return probe.answer();
      },
    },
    queue: { send: async (message: QueuedMessage) => void queued.push(message) },
    deadLetters: {
      look: async (most: number) => letters.slice(0, most),
      count: async () => letters.length,
      redrive: async () => letters.splice(0).length,
    },
    ...chain,
    settings: SETTINGS,
    lists: NO_LISTS,
  };
  return { stores, table, kept, queued, letters, probed, probe };
}

const NO_LISTS: FormStores['lists'] = { read: async () => undefined };

export const SETTINGS = {
  region: 'eu-west-1',
  version: '1.2.3',
  portalUrl: 'https://besluiten.regio.example',
  senderAddress: 'besluiten@gemeente.example',
  issuer: 'https://login.gemeente.example/tenant/v2.0',
  clientId: 'besluitketen-portaal',
  mailClaim: undefined,
  anonymousMayRead: false,
  logRetentionDays: '365',
};

const chainOf = (chain: MemoryChain) => ({ chain, executions: memoryExecutions(chain) });

export type MemoryForms = ReturnType<typeof memoryForms>;

/** A browser of who holds these roles, on a portal that has pages with forms. */
export async function signedInOn(
  store: RecordStore,
  forms: MemoryForms,
  roles: readonly Partial<Grant>[],
  name = 'S. Secretaris',
  more: Partial<Parameters<typeof createBrowser>[0]> = {},
) {
  const mail = 'iemand@gemeente.example';
  const access = accessWith({ grants: memoryGrants(roles.map((role) => grantOf({ mail, ...role }))) });
  const { items, sources, memos } = forms.stores;
  const browser = createBrowser({
    ...{ access, stage: 'prod', now: () => NOW, store, items, sources, memos },
    forms: forms.stores,
    ...more,
  });
  const session = newSession({ mail, name }, more.now?.() ?? NOW);
  browser.setCookie('__Host-sessie', await access.sealing.seal('session', session, endOf(session)));
  const page = async (response: Response | Promise<Response>) => {
    const { status, text } = { status: (await response).status, text: await (await response).text() };
    return { status, html: text, words: wordsOf(text), hidden: hiddenIn(text) };
  };
  return {
    ...browser,
    session,
    open: (path: string) => page(browser.get(path)),
    /** A form of ours, as this session's pages have it. */
    send: (path: string, fields: Record<string, string> = {}) =>
      page(browser.post(path, { formToken: session.formToken, ...fields }, OWN)),
    /** The same with a file, as a browser sends it. */
    upload: (path: string, fields: Record<string, string>, file: File, named = 'bestand') => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ formToken: session.formToken, ...fields }))
        body.set(name, value);
      body.set(named, file);
      return page(browser.send(path, { method: 'POST', headers: OWN, body }));
    },
  };
}

function wordsOf(html: string): string {
  return html
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

function unescaped(value: string): string {
  return value
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** The hidden fields of the forms on a page, by name; of the same name they are the same. */
function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescaped(value)]));
}
