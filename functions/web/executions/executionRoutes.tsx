import type { Context, Hono } from 'hono';
import { sessionMark } from '../../domain/access/session.ts';
import { IS_ROUND } from '../../domain/plan/planNames.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Round } from '../../domain/round/round.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import { roundsWithExecution, withStandings } from '../../operations/executions/listExecutions.ts';
import { type ExecutionView, readExecution } from '../../operations/executions/readExecution.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { resumeByHand } from '../../operations/resumeByHand.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DonePage } from '../manage/donePage.tsx';
import { ofTrajectory } from '../ofTrajectory.ts';
import { readEach } from '../overview.ts';
import { EXECUTIONS, executionAddress } from '../pages/addresses.ts';
import { sheetOf } from '../pages/pageLinks.tsx';
import { unknownRoundPage } from '../round/unknownRoundPage.tsx';
import { ExecutionPage } from './executionPage.tsx';
import { EXECUTION_PATH, RESUME_PATH } from './executionPaths.ts';
import { ExecutionsPage } from './executionsPage.tsx';
import { inOrder, isMeant, readFilter } from './executionsQuery.ts';
import { ResumePage } from './resumePage.tsx';

const ROWS_A_PAGE = 50;

/** How the rounds run, for the administrator: all of them, one by one, and starting a lost one again. */
export function addExecutionRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, chain, executions, chainArn, stage, log, now } = deps;

  app.get(EXECUTIONS, async (c) => {
    const filter = readFilter(c.req.query('stand'));
    const [real, virtual] = await Promise.all([
      store.allTrajectories('real'),
      store.allTrajectories('virtual'),
    ]);
    const unreadable: string[] = [];
    const rounds = await readEach(
      [...real, ...virtual],
      (id) => roundsWithExecution(store, id),
      (trajectory, error) => {
        unreadable.push(trajectory);
        log.warn('the rounds of a trajectory cannot be read', { trajectory, error: String(error) });
      },
    );
    const rows = await withStandings(executions, rounds.flat());
    const meant = inOrder(rows.filter((row) => isMeant(filter, row)));
    const sheet = sheetOf(meant, c.req.query('blad'), ROWS_A_PAGE);
    return c.html(<ExecutionsPage {...{ sheet, filter, unreadable, stage }} />);
  });

  app.get(EXECUTION_PATH, (c) =>
    withExecution(c, c.req.query('uitvoering'), (view) =>
      c.html(<ExecutionPage {...{ view, chainArn, stage }} page={c.req.query('blad')} />),
    ),
  );

  app.get(RESUME_PATH, (c) => withRound(c, (round, id) => c.html(<ResumePage {...{ round, id, stage }} />)));

  app.post(RESUME_PATH, (c) =>
    withRound(c, async ({ trajectory }, id) => {
      const { title, sentence, status } = await resume(c, trajectory, id);
      log.info('a round was resumed by hand', {
        ...{ trajectory, round: id, status },
        session: sessionMark(signedIn(c).session),
      });
      const back = executionAddress(trajectory, id);
      const page = (
        <DonePage title={title} back={back} to="De uitvoering" stage={stage}>
          {sentence}
        </DonePage>
      );
      return c.html(page, status);
    }),
  );

  async function resume(c: Context<PortalEnv>, trajectory: string, round: string) {
    try {
      const by = recordedInPortal(signedIn(c));
      const epoch = await resumeByHand(store, chain, trajectory, round, now(), by);
      return {
        title: 'De ronde is hervat',
        sentence: `Uitvoering ${epoch} is gestart. Wie al geantwoord had, wordt niet opnieuw gevraagd.`,
        status: 200 as const,
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { title: 'De ronde is niet hervat', sentence: error.message, status: 409 as const };
    }
  }

  function withExecution(
    c: Context<PortalEnv>,
    asked: string | undefined,
    then: (view: ExecutionView) => Response | Promise<Response>,
  ): Promise<Response> {
    return withRound(c, async ({ trajectory }, id) => {
      const epoch = asked === undefined ? undefined : Number(asked);
      const isPossible = epoch === undefined || Number.isSafeInteger(epoch);
      const view = isPossible
        ? await readExecution(store, executions, trajectory, id, now(), epoch)
        : undefined;
      return view ? then(view) : unknownRoundPage(c, stage, trajectory);
    });
  }

  function withRound(
    c: Context<PortalEnv>,
    then: (round: Round, id: string) => Response | Promise<Response>,
  ): Promise<Response> {
    return ofTrajectory(c, stage, async (trajectory) => {
      await knownTrajectory(store, trajectory);
      const id = c.req.param('round') ?? '';
      const round = IS_ROUND.test(id) ? await store.round(trajectory, parseRoundId(id)) : undefined;
      return round ? then(round, id) : unknownRoundPage(c, stage, trajectory);
    });
  }
}
