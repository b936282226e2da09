import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { mayDo } from '../../domain/access/accessTable.ts';
import { sessionMark } from '../../domain/access/session.ts';
import { PDF } from '../../domain/attachments/decisionList.ts';
import { memoDigest } from '../../domain/memo/memo.ts';
import { memoFileName } from '../../domain/memo/memoParts.ts';
import { IS_ROUND, planNames } from '../../domain/plan/planNames.ts';
import { Refusal } from '../../domain/refusal.ts';
import { knownPlan, knownTrajectory } from '../../operations/lookUp.ts';
import { approveMemo } from '../../operations/memo/approveMemo.ts';
import { makeMemo } from '../../operations/memo/makeMemo.ts';
import { readMemo } from '../../operations/memo/readMemo.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { unreadableFormPage } from '../pages/accessPages.tsx';
import { notFoundPage } from '../pages/messagePages.tsx';
import { orUnknownRound } from '../round/orUnknownRound.ts';
import { unknownRoundPage } from '../round/unknownRoundPage.tsx';
import { MemoPage, type MemoView } from './memoPage.tsx';
import { MEMO_FILE_PATH, MEMO_PATH } from './memoPaths.ts';

const postedMemo = z.discriminatedUnion('stap', [
  z.object({ stap: z.literal('maken') }),
  z.object({ stap: z.literal('vaststellen'), versie: z.coerce.number().int().min(1) }),
]);
type PostedMemo = z.infer<typeof postedMemo>;

interface Taken {
  readonly done?: string;
  readonly trouble?: string;
}

/** The memo for the councils about a round: made from the data of now, looked at, approved as it was looked at. */
export function addMemoRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, memos, memoPdf, stage, log, now } = deps;

  app.get(MEMO_PATH, (c) =>
    ofRound(c, async (id, round) => {
      const view = await orUnknownRound(() => readView(c, id, round));
      return view ? c.html(<MemoPage view={view} stage={stage} />) : unknownRoundPage(c, stage, id);
    }),
  );

  app.get(MEMO_FILE_PATH, (c) =>
    ofRound(c, async (id, round) => {
      await knownTrajectory(store, id);
      const row = await memos.lastMemo(id, round);
      if (!row) return notFoundPage(c, stage);
      return c.body(Uint8Array.from(await memoPdf(row)), 200, {
        'content-type': PDF,
        'content-disposition': `attachment; filename="${memoFileName(round, row.version, 'pdf')}"`,
      });
    }),
  );

  app.post(MEMO_PATH, (c) =>
    ofRound(c, async (id, round) => {
      const posted = postedMemo.safeParse(await c.req.parseBody());
      if (!posted.success) return unreadableFormPage(c, stage);
      return (
        (await orUnknownRound(async () => {
          const taken = await take(c, id, round, posted.data);
          const view = await readView(c, id, round);
          return c.html(<MemoPage view={view} stage={stage} {...taken} />, taken.trouble ? 409 : 200);
        })) ?? unknownRoundPage(c, stage, id)
      );
    }),
  );

  async function take(c: Context<PortalEnv>, id: string, round: string, posted: PostedMemo): Promise<Taken> {
    const visitor = signedIn(c);
    const by = recordedInPortal(visitor);
    try {
      const isMade = posted.stap === 'maken';
      const { row, changed } = isMade
        ? await makeMemo(deps, id, round, now(), by)
        : await approveMemo(deps, id, round, posted.versie, now(), by);
      log.info(isMade ? 'a memo was made' : 'a memo was approved', {
        ...{ trajectory: id, round, version: row.version, changed },
        session: sessionMark(visitor.session),
      });
      if (isMade)
        return {
          done: changed
            ? `Versie ${row.version} is gemaakt. Lees haar na voordat u haar vaststelt.`
            : `De gegevens zijn niet veranderd: versie ${row.version} blijft de nieuwste.`,
        };
      return {
        done: changed
          ? `Versie ${row.version} is vastgesteld. De griffiers krijgen haar nu; wie haar nog niet kreeg, in de volgende ochtendronde.`
          : `Versie ${row.version} was al vastgesteld; er is niets gewijzigd en niemand krijgt haar dubbel.`,
      };
    } catch (error) {
      if (error instanceof Refusal && /^(MEMO_CHANGED|UNKNOWN_MEMO)$/.test(error.code))
        return { trouble: error.message };
      throw error;
    }
  }

  async function readView(c: Context<PortalEnv>, id: string, round: string): Promise<MemoView> {
    const [plan, memo, row] = await Promise.all([
      knownPlan(store, id),
      readMemo(deps, id, round),
      memos.lastMemo(id, round),
    ]);
    return {
      ...{ trajectory: id, round, row },
      name: planNames(plan).round(round) ?? round,
      isOutdated: row !== undefined && row.digest !== memoDigest(memo),
      mayApprove: mayDo(signedIn(c).grants, 'do-lead-work', { trajectory: id }),
    };
  }

  function ofRound(
    c: Context<PortalEnv>,
    then: (id: string, round: string) => Promise<Response>,
  ): Promise<Response> {
    return ofTrajectory(c, stage, (id) => {
      const round = c.req.param('round') ?? '';
      return IS_ROUND.test(round) ? then(id, round) : unknownRoundPage(c, stage, id);
    });
  }
}
