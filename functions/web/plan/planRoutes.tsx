import type { Context, Hono } from 'hono';
import { sessionMark } from '../../domain/access/session.ts';
import { planYaml } from '../../domain/plan/planYaml.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DonePage } from '../manage/donePage.tsx';
import { ofTrajectory } from '../ofTrajectory.ts';
import { unreadableFormPage } from '../pages/accessPages.tsx';
import { PLANS, planAddress, trajectoryAddress } from '../pages/addresses.ts';
import { PlanFormPage, type PlanTroubles } from './planFormPage.tsx';
import { PlanListPage } from './planListPage.tsx';
import { PlanPreviewPage } from './planPreviewPage.tsx';
import { type EditedPlan, readPostedPlan } from './postedPlan.ts';
import { takePlanStep } from './takePlanStep.ts';

export const PLAN_PATH = '/beheer/traject/:id/plan';
export const PLAN_FILE_PATH = '/beheer/traject/:id/plan.yaml';

/** The plan of a trajectory: to look at, to take along, and to be replaced as `replan` does. */
export function addPlanRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, stage, log } = deps;

  app.get(PLANS, async (c) => {
    const ids = (await Promise.all([store.allTrajectories('real'), store.allTrajectories('virtual')])).flat();
    const trajectories = await Promise.all(ids.map((id) => knownTrajectory(store, id)));
    return c.html(<PlanListPage trajectories={trajectories} stage={stage} />);
  });

  app.get(PLAN_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const trajectory = await knownTrajectory(store, id);
      const text = planYaml(await store.plan(trajectory));
      return form(c, id, { text, reason: '', basedOn: trajectory.planVersion });
    }),
  );

  app.get(PLAN_FILE_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const trajectory = await knownTrajectory(store, id);
      return c.body(planYaml(await store.plan(trajectory)), 200, {
        'content-type': 'application/yaml; charset=utf-8',
        'content-disposition': `attachment; filename="${id}-plan-${trajectory.planVersion}.yaml"`,
      });
    }),
  );

  app.post(PLAN_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const trajectory = await knownTrajectory(store, id);
      const posted = await readPostedPlan(c);
      if (!posted) return unreadableFormPage(c, stage);
      const visitor = signedIn(c);
      const taken = await takePlanStep(deps, visitor, trajectory, posted);
      switch (taken.next) {
        case 'edit':
          return form(c, id, taken.edited, taken.troubles, taken.status);
        case 'confirm':
          return c.html(<PlanPreviewPage {...taken} trajectory={trajectory} stage={stage} />);
        case 'done': {
          const { changed, version } = taken.replanned;
          log.info('a plan was replaced', {
            trajectory: id,
            changed,
            version,
            session: sessionMark(visitor.session),
          });
          return c.html(
            <DonePage
              title={changed ? 'Het plan is vervangen' : 'Dit plan gold al'}
              back={planAddress(id)}
              to="Plan"
              stage={stage}
            >
              {changed
                ? `Versie ${version} geldt nu. Wie het aangaat krijgt bericht. `
                : 'Er is niets gewijzigd en niemand krijgt bericht. '}
              <a href={trajectoryAddress(id)}>Naar het traject</a>
            </DonePage>,
          );
        }
      }
    }),
  );

  async function form(
    c: Context<PortalEnv>,
    id: string,
    edited: EditedPlan,
    troubles?: PlanTroubles,
    status: 200 | 403 | 409 | 422 = 200,
  ): Promise<Response> {
    const [trajectory, replannings] = await Promise.all([knownTrajectory(store, id), store.replannings(id)]);
    const replanned = replannings.find(({ version }) => version === trajectory.planVersion);
    // Who has been told what counts now goes on from there.
    const basedOn = troubles?.isOvertaken ? trajectory.planVersion : edited.basedOn;
    return c.html(
      <PlanFormPage
        trajectory={trajectory}
        replanned={replanned}
        edited={{ ...edited, basedOn }}
        {...(troubles && { troubles })}
        stage={stage}
      />,
      status,
    );
  }
}
