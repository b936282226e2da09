import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { sessionMark } from '../../domain/access/session.ts';
import { isQuarter } from '../../domain/ledger/statement/quarters.ts';
import { Refusal } from '../../domain/refusal.ts';
import { approveStatement } from '../../operations/ledger/approveStatement.ts';
import { showStatement } from '../../operations/ledger/showStatement.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { unreadableFormPage } from '../pages/accessPages.tsx';
import { notFoundPage } from '../pages/messagePages.tsx';
import { StatementPage } from './statementPage.tsx';
import { STATEMENT_PATH } from './statementPath.ts';

const posted = z.object({ versie: z.coerce.number().int().min(1) });

interface Taken {
  readonly done?: string;
  readonly trouble?: string;
}

/** Where the project lead reads a quarter's statement and lets exactly that version go to the colleges. */
export function addStatementRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { stage, log, now } = deps;

  app.get(STATEMENT_PATH, (c) => shown(c, async () => ({})));

  app.post(STATEMENT_PATH, async (c) => {
    const read = posted.safeParse(await c.req.parseBody());
    if (!read.success) return unreadableFormPage(c, stage);
    return shown(c, (id, quarter) => approve(c, id, quarter, read.data.versie));
  });

  async function shown(c: Context<PortalEnv>, take: (id: string, quarter: string) => Promise<Taken>) {
    return ofTrajectory(c, stage, async (id) => {
      const quarter = c.req.param('quarter') ?? '';
      const before = isQuarter(quarter) ? await showStatement(deps, id, quarter, now()) : undefined;
      // One without entries is not sent.
      if (!before?.row?.entries) return notFoundPage(c, stage);
      const taken = await take(id, quarter);
      const { row = before.row, ...view } = await showStatement(deps, id, quarter, now());
      const page = <StatementPage shown={{ ...view, row }} stage={stage} {...taken} />;
      return c.html(page, taken.trouble ? 409 : 200);
    });
  }

  async function approve(
    c: Context<PortalEnv>,
    id: string,
    quarter: string,
    version: number,
  ): Promise<Taken> {
    const visitor = signedIn(c);
    try {
      const by = recordedInPortal(visitor);
      const { changed } = await approveStatement(deps, id, quarter, now(), by, version);
      const session = sessionMark(visitor.session);
      log.info('a statement was approved', { trajectory: id, quarter, version, changed, session });
      return {
        done: changed
          ? 'Het overzicht is goedgekeurd. De colleges krijgen het nu; wie het nog niet kreeg, in de volgende ochtendronde.'
          : 'Het overzicht was al goedgekeurd; er is niets gewijzigd.',
      };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'STATEMENT_CHANGED') return { trouble: error.message };
      throw error;
    }
  }
}
