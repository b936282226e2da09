import type { ItemStore, SourceStore } from '../../functions/operations/intake/ports.ts';
import type { LedgerReading } from '../../functions/operations/ledger/ports.ts';
import type { StatementStore } from '../../functions/operations/ledger/statementPorts.ts';
import type { MemoStore } from '../../functions/operations/memo/ports.ts';
import type { RecordStore, ReferenceData, WallClock } from '../../functions/operations/ports.ts';
import type { AccessDependencies } from '../../functions/web/access/dependencies.ts';
import type { FormStores } from '../../functions/web/formRoutes.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { EVERYBODY_READS, ORIGIN } from './portalAccess.ts';
import { started, storeWith } from './portalRecord.ts';

interface BrowserOptions {
  readonly access: AccessDependencies;
  readonly stage: string;
  readonly now: WallClock;
  readonly store?: RecordStore;
  readonly reference?: ReferenceData;
  readonly chainArn?: string;
  readonly sources?: Pick<SourceStore, 'sources'>;
  readonly items?: Pick<ItemStore, 'openItems'>;
  readonly statements?: Pick<StatementStore, 'lastStatements'>;
  readonly ledger?: LedgerReading;
  readonly memos?: Pick<MemoStore, 'memos'>;
  /** Absent: the portal without the pages that have forms. */
  readonly forms?: FormStores;
}

/** A portal, and a browser that keeps its cookies, follows nothing, and sends forms as they were drawn. */
export function createBrowser({ access, stage, now, store = storeWith(started()), ...more }: BrowserOptions) {
  const jar = new Map<string, string>();
  const log: { message: string; fields: unknown }[] = [];
  const note = (message: string, fields: unknown) => void log.push({ message, fields });
  const portal = createPortal({
    ...EVERYBODY_READS,
    reference: NOTHING_IMPORTED,
    ...more,
    access,
    store,
    stage,
    now,
    log: { info: note, warn: note },
  });
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await portal.request(`${ORIGIN}${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      if (/Max-Age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    portal,
    log,
    send,
    cookies: () => Object.fromEntries(jar),
    setCookie: (name: string, value: string) => void jar.set(name, value),
    get: (path: string) => send(path),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    /** The hidden fields of the form on this page. */
    formOf: async (path: string): Promise<Record<string, string>> => {
      const html = await (await send(path)).text();
      const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
    },
  };
}
