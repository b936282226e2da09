import type { LedgerStore } from '../../functions/operations/ledger/ports.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { EVERYBODY_READS } from './portalAccess.ts';

export const ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

/** Pages as anybody reads them where anybody may, with what the log was told. */
export function readingOn(store: RecordStore, ledger?: LedgerStore, now = '2026-11-24T10:00:00.000Z') {
  const warnings: string[] = [];
  const portal = createPortal({
    ...EVERYBODY_READS,
    ...(ledger && { ledger }),
    store,
    reference: NOTHING_IMPORTED,
    stage: 'test',
    now: () => now,
    log: { info: () => {}, warn: (message) => void warnings.push(message) },
  });
  const get = async (path: string) => {
    const response = await portal.request(path);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, words: wordsOf(text) };
  };
  const request = async (path: string, init: RequestInit) => portal.request(path, init);
  return { get, request, warnings };
}

/** What a reader sees: the words without the markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
