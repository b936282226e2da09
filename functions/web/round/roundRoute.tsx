import type { Hono } from 'hono';
import { mayDo } from '../../domain/access/accessTable.ts';
import { dayOf } from '../../domain/calendar/days.ts';
import { readRound } from '../../operations/readRound.ts';
import type { StatusSources } from '../../operations/readStatus.ts';
import { type PortalEnv, viewerOf } from '../access/visitor.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { RoundPage } from './roundPage.tsx';
import { unknownRoundPage } from './unknownRoundPage.tsx';

interface RoundPageSources extends StatusSources {
  readonly stage: string;
  readonly chainArn: string | undefined;
}

/** Everything about one round, for whoever may see its trajectory. */
export function addRoundRoute(app: Hono<PortalEnv>, { stage, chainArn, ...sources }: RoundPageSources): void {
  app.get('/traject/:id/ronde/:round', (c) =>
    ofTrajectory(c, stage, async (id) => {
      const viewer = viewerOf(c);
      const view = await readRound(sources, id, c.req.param('round'), viewer);
      if (!view) return unknownRoundPage(c, stage, id);
      const isAdministrator = mayDo(viewer, 'manage');
      const shown = { view, stage, today: dayOf(sources.now()) };
      return c.html(<RoundPage {...shown} chainArn={isAdministrator ? chainArn : undefined} />);
    }),
  );
}
