import type { Context } from 'hono';
import { isUnknownTrajectory } from './overview.ts';
import { unknownTrajectoryPage } from './pages/messagePages.tsx';
import { POSSIBLE_ID } from './possibleId.ts';

type Answer = Response | Promise<Response>;

/** A page of the trajectory in the address; where there is none, also where its id could not be one, the page that says so. */
export async function ofTrajectory(
  c: Context,
  stage: string,
  then: (id: string) => Answer,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!POSSIBLE_ID.test(id)) return unknownTrajectoryPage(c, stage);
  try {
    return await then(id);
  } catch (error) {
    if (isUnknownTrajectory(error)) return unknownTrajectoryPage(c, stage);
    throw error;
  }
}
