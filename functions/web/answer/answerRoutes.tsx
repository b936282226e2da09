import type { Context, Hono } from 'hono';
import { isOpenItem } from '../../domain/intake/incomingItem.ts';
import { prefilled } from '../../domain/links/decisionForm.ts';
import { itemClosed } from '../../operations/intake/openItem.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { takeAnswerStep } from '../decide/answerSteps.tsx';
import { readPostedForm } from '../decide/postedForm.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { unreadableFormPage } from '../pages/accessPages.tsx';
import { answering } from './answering.tsx';
import { ANSWER_PATH } from './placeOfPath.ts';
import { type Asked, readAsking } from './readAsking.ts';

/** The answer of a body, entered by its secretary in the portal: the form, the two steps and the record of a mail link. */
export function addAnswerRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  app.get(ANSWER_PATH, (c) =>
    asked(c, (asking) => {
      const { isOpen, form, ended } = answering(deps, c, asking);
      if (!isOpen) return ended();
      const { item } = asking;
      return item && !isOpenItem(item)
        ? form({ fields: prefilled(), notice: itemClosed(item).message })
        : form({ fields: prefilled(item?.draft) });
    }),
  );

  app.post(ANSWER_PATH, (c) =>
    asked(c, async (asking) => {
      const posted = await readPostedForm(c);
      if (!posted) return unreadableFormPage(c, deps.stage);
      return takeAnswerStep(c, answering(deps, c, asking), posted);
    }),
  );

  async function asked(
    c: Context<PortalEnv>,
    show: (asking: Asked) => Response | Promise<Response>,
  ): Promise<Response> {
    const asking = await readAsking(deps, c);
    return asking ? show(asking) : c.notFound();
  }
}
