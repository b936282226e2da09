import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { Unavailable } from '../../../functions/domain/unavailable.ts';
import { carriesTokenOf } from '../../../functions/web/access/ownForm.ts';
import { isFromThisSite } from '../../../functions/web/fromThisSite.ts';
import { foreignFormPage, unreadableFormPage } from '../../../functions/web/pages/accessPages.tsx';
import { DEMO } from './addresses.ts';
import type { Demonstration } from './demonstration.ts';
import { DemoPage } from './demoPage.tsx';
import { postedStep } from './postedStep.ts';

const STAGE = 'local';
const BUSY = 'De vorige stap is nog bezig; wacht tot die pagina er is en probeer het dan opnieuw.';

/** The time control. One step at a time: two would play the same days twice. */
export function addDemoRoutes(app: Hono, demonstration: Demonstration, origin: string): void {
  // Nobody signs in here: the forms are of whoever can read this page, which other sites cannot.
  const formToken = randomBytes(32).toString('base64url');
  let busy = false;
  let answers = true;
  let since: string | undefined;

  app.get(DEMO, (c) => show(c));

  app.post(DEMO, async (c) => {
    if (!isFromThisSite(c, origin) || !(await carriesTokenOf(c, { formToken })))
      return foreignFormPage(c, STAGE);
    const posted = await postedStep(c);
    if (!posted) return unreadableFormPage(c, STAGE);
    if (busy) return show(c, BUSY, 409);
    busy = true;
    try {
      const before = await demonstration.look();
      if (posted.step === 'start') {
        await demonstration.start();
        since = undefined;
        answers = true;
      } else if (before) {
        answers = posted.answers;
        await demonstration.move(posted.step, answers);
        since = before.status.today;
      }
      return c.redirect(DEMO, 303);
    } catch (error) {
      if (error instanceof Refusal) return show(c, error.message, 409);
      if (error instanceof Unavailable) return show(c, error.message, 503);
      throw error;
    } finally {
      busy = false;
    }
  });

  async function show(c: Context, notice?: string, status: 200 | 409 | 503 = 200): Promise<Response> {
    const view = await demonstration.look();
    return c.html(
      <DemoPage view={view} answers={answers} since={since} token={formToken} notice={notice} />,
      status,
    );
  }
}
