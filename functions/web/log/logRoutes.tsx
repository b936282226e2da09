import type { Context, Hono } from 'hono';
import { fileStart } from '../../domain/ledger/export/csvText.ts';
import { logHeader, logLine, logRecord } from '../../domain/log/logFile.ts';
import type { PlanNames } from '../../domain/plan/planNames.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';
import type { WallClock } from '../../operations/ports.ts';
import { exportLog, type LogReader, type LogStore, readLog } from '../../operations/readLog.ts';
import { type PortalEnv, viewerOf } from '../access/visitor.ts';
import { LARGEST_FILE } from '../largestFile.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { logAddress } from '../pages/addresses.ts';
import { MessagePage } from '../pages/messagePages.tsx';
import { LogPage } from './logPage.tsx';
import { logQueryText, readLogQuery } from './readLogQuery.ts';

export const LOG_PATH = '/traject/:id/logboek';
export const LOG_CSV_PATH = '/traject/:id/logboek.csv';
export const LOG_JSON_PATH = '/traject/:id/logboek.json';

/** How a file of the log is written, entry by entry. */
interface LogFormat {
  readonly extension: 'csv' | 'json';
  readonly type: string;
  readonly start: string;
  readonly entry: (names: PlanNames, entry: AuditEntry) => string;
  readonly between: string;
  readonly end: string;
}

const DUTCH = { dutch: true };
const CSV: LogFormat = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  start: `${fileStart(DUTCH)}${logHeader(DUTCH)}`,
  entry: (names, entry) => logLine(names, entry, DUTCH),
  between: '',
  end: '',
};
const JSON_FORMAT: LogFormat = {
  extension: 'json',
  type: 'application/json; charset=utf-8',
  start: '[\n',
  entry: (names, entry) => JSON.stringify(logRecord(names, entry)),
  between: ',\n',
  end: '\n]\n',
};

export interface LogDependencies {
  readonly store: LogStore;
  readonly stage: string;
  readonly now: WallClock;
}

/** The log of a trajectory: who did what, when and along which way; as a page and as files. */
export function addLogRoutes(app: Hono<PortalEnv>, { store, stage, now }: LogDependencies): void {
  app.get(LOG_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const query = readLogQuery((name) => c.req.query(name));
      // What is wrong in the address is said on the page, and nothing is looked up by it.
      const wrong = query.mistakes.length > 0;
      const page = await readLog(
        store,
        id,
        wrong ? {} : query.filter,
        wrong ? undefined : query.after,
        readerOf(c),
      );
      return c.html(<LogPage page={page} query={query} stage={stage} />, wrong ? 400 : 200);
    }),
  );
  app.get(LOG_CSV_PATH, (c) => serveFile(c, CSV));
  app.get(LOG_JSON_PATH, (c) => serveFile(c, JSON_FORMAT));

  function readerOf(c: Context<PortalEnv>): LogReader {
    return { viewer: viewerOf(c), now: now() };
  }

  function serveFile(c: Context<PortalEnv>, format: LogFormat): Promise<Response> {
    return ofTrajectory(c, stage, async (id) => {
      const { filter, given, mistakes } = readLogQuery((name) => c.req.query(name));
      if (mistakes.length > 0) return c.redirect(`${logAddress(id)}${logQueryText(given)}`, 303);
      const { names, pages } = await exportLog(store, id, filter, readerOf(c));
      const parts: string[] = [];
      let size = 0;
      for await (const entries of pages) {
        for (const entry of entries) {
          const part = format.entry(names, entry);
          size += Buffer.byteLength(part);
          parts.push(part);
        }
        if (size > LARGEST_FILE) return tooLong(c, id);
      }
      return c.body(`${format.start}${parts.join(format.between)}${format.end}`, 200, {
        'content-type': format.type,
        'content-disposition': `attachment; filename="${id}-logboek.${format.extension}"`,
      });
    });
  }

  /** Half a log would pass for the whole one: rather no file than that. */
  function tooLong(c: Context, id: string) {
    const page = (
      <MessagePage
        title="Het logboek is te lang voor één bestand"
        stage={stage}
        onward={<a href={logAddress(id)}>Naar het logboek</a>}
      >
        Kies een kortere periode en haal het in delen op.
      </MessagePage>
    );
    return c.html(page, 413);
  }
}
