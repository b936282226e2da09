import type { Context, Hono } from 'hono';
import { fileStart } from '../../domain/ledger/export/csvText.ts';
import { Refusal } from '../../domain/refusal.ts';
import { exportLedger } from '../../operations/ledger/exportLedger.ts';
import type { LedgerReading } from '../../operations/ledger/ports.ts';
import { readBudget } from '../../operations/ledger/readBudget.ts';
import type { RecordStore, WallClock } from '../../operations/ports.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { LARGEST_FILE } from '../largestFile.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { budgetAddress } from '../pages/addresses.ts';
import { MessagePage } from '../pages/messagePages.tsx';
import { BudgetPage } from './budgetPage.tsx';
import { MILESTONES_A_PAGE } from './milestoneSection.tsx';

export const BUDGET_PATH = '/traject/:id/budget';
export const BOOKINGS_PATH = '/traject/:id/budget/:file{[A-Z0-9-]+\\.csv}';

/** `GM0072-2026.csv` */
const FILE = /^([A-Z]{2}[0-9]{4})-(2[01][0-9]{2})\.csv$/;
const MANNER = { dutch: true };

export interface BudgetDependencies {
  readonly store: RecordStore;
  readonly ledger: LedgerReading;
  readonly stage: string;
  readonly now: WallClock;
}

/** The money of a trajectory, and the files of its bookings as a Dutch spreadsheet opens them. */
export function addBudgetRoutes(app: Hono<PortalEnv>, deps: BudgetDependencies): void {
  const { stage, now } = deps;

  app.get(BUDGET_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const budget = await readBudget(deps, id, now());
      const pages = Math.max(1, Math.ceil(budget.balances.milestones.length / MILESTONES_A_PAGE));
      const asked = Number(c.req.query('mijlpalen') ?? 1);
      const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
      return c.html(<BudgetPage budget={budget} page={page} stage={stage} />);
    }),
  );

  app.get(BOOKINGS_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const [, municipality, year] = FILE.exec(c.req.param('file') ?? '') ?? [];
      if (municipality === undefined) return c.notFound();
      let text = fileStart(MANNER);
      let size = 0;
      const order = { trajectory: id, municipality, year: Number(year), ...MANNER };
      try {
        await exportLedger(deps, order, (_file, more) => {
          size += Buffer.byteLength(more);
          if (size <= LARGEST_FILE) text += more;
        });
      } catch (error) {
        if (error instanceof Refusal && error.code === 'UNKNOWN_MUNICIPALITY') return c.notFound();
        if (error instanceof Refusal && error.code === 'UNAVAILABLE') return bookedMeanwhile(c, id);
        throw error;
      }
      if (size > LARGEST_FILE) return tooManyBookings(c, id);
      return c.body(text, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${id}-${municipality}-${year}.csv"`,
      });
    }),
  );

  function bookedMeanwhile(c: Context, id: string) {
    const page = (
      <MessagePage title="Er werd juist geboekt" stage={stage} onward={<BackToBudget id={id} />}>
        Het bestand zou niet kloppen met de saldi. Open het nog eens.
      </MessagePage>
    );
    return c.html(page, 503);
  }

  function tooManyBookings(c: Context, id: string) {
    const page = (
      <MessagePage title="Dit bestand is te groot" stage={stage} onward={<BackToBudget id={id} />}>
        Er zijn te veel boekingen voor een download. Maak het bestand vanaf de opdrachtregel met: besluitketen
        ledger export.
      </MessagePage>
    );
    return c.html(page, 413);
  }
}

function BackToBudget({ id }: { readonly id: string }) {
  return <a href={budgetAddress(id)}>Naar het budget</a>;
}
