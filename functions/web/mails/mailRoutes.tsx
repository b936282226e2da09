import type { Context, Hono } from 'hono';
import { sessionMark } from '../../domain/access/session.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { listMails } from '../../operations/listMails.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { pauseMails } from '../../operations/mailPause.ts';
import type { MailView } from '../../operations/mailViews.ts';
import { listMarkedAddresses } from '../../operations/markedAddresses.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DonePage } from '../manage/donePage.tsx';
import { ofTrajectory } from '../ofTrajectory.ts';
import { readEach } from '../overview.ts';
import { AllMailsPage } from './allMailsPage.tsx';
import { MailPage } from './mailPage.tsx';
import {
  MAIL_DOCUMENT_PATH,
  MAIL_PATH,
  MAILS,
  MAILS_PATH,
  mailsAddress,
  PAUSE_MAILS_PATH,
  RESUME_MAILS_PATH,
} from './mailPaths.ts';
import { MailsPage } from './mailsPage.tsx';
import { PauseMailsPage } from './pauseMailsPage.tsx';

/** What will be sent and was, and holding it back; for the administrator. */
export function addMailRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { store, stage, log, now } = deps;

  app.get(MAILS, async (c) => {
    const [real, virtual, marked] = await Promise.all([
      store.allTrajectories('real'),
      store.allTrajectories('virtual'),
      listMarkedAddresses(store, now),
    ]);
    const unreadable: string[] = [];
    const trajectories = await readEach(
      [...real, ...virtual],
      (id) => knownTrajectory(store, id),
      (trajectory, error) => {
        unreadable.push(trajectory);
        log.warn('a trajectory cannot be read', { trajectory, error: String(error) });
      },
    );
    return c.html(<AllMailsPage {...{ trajectories, unreadable, marked, stage }} />);
  });

  app.get(MAILS_PATH, (c) =>
    withMails(c, (trajectory, mails) => {
      const asked = { toCome: c.req.query('komend'), sent: c.req.query('verzonden') };
      return c.html(<MailsPage {...{ trajectory, mails, asked, stage }} />);
    }),
  );

  app.get(MAIL_PATH, (c) =>
    withMail(c, (mail, trajectory) => c.html(<MailPage {...{ trajectory, mail, stage }} />)),
  );

  app.get(MAIL_DOCUMENT_PATH, (c) =>
    withMail(c, ({ html }) => {
      c.set('isMailDocument', true);
      return c.html(html);
    }),
  );

  for (const [path, pause] of [
    [PAUSE_MAILS_PATH, true],
    [RESUME_MAILS_PATH, false],
  ] as const) {
    app.get(path, (c) =>
      withMails(c, (trajectory, mails) => {
        const waiting = mails.filter(({ status }) => status === 'paused').length;
        return c.html(<PauseMailsPage {...{ trajectory, pause, waiting, stage }} />);
      }),
    );

    app.post(path, (c) =>
      ofTrajectory(c, stage, async (id) => {
        const by = recordedInPortal(signedIn(c));
        const { changed } = await pauseMails(store, id, pause, now(), by);
        log.info(pause ? 'mails were paused' : 'mails were let go', {
          ...{ trajectory: id, changed },
          session: sessionMark(signedIn(c).session),
        });
        const page = (
          <DonePage title={doneTitle(pause, changed)} back={mailsAddress(id)} to="De mails" stage={stage}>
            {changed ? doneSentence(pause) : 'Er is niets gewijzigd.'}
          </DonePage>
        );
        return c.html(page);
      }),
    );
  }

  function withMails(
    c: Context<PortalEnv>,
    then: (trajectory: Trajectory, mails: readonly MailView[]) => Response | Promise<Response>,
  ): Promise<Response> {
    return ofTrajectory(c, stage, async (id) =>
      then(await knownTrajectory(store, id), await listMails(deps, id)),
    );
  }

  function withMail(
    c: Context<PortalEnv>,
    then: (mail: MailView, trajectory: Trajectory) => Response | Promise<Response>,
  ): Promise<Response> {
    const reference = c.req.query('kenmerk');
    return withMails(c, (trajectory, mails) => {
      const mail = mails.find((each) => each.reference === reference);
      return mail ? then(mail, trajectory) : c.notFound();
    });
  }
}

function doneTitle(pause: boolean, changed: boolean): string {
  if (pause) return changed ? 'De mails worden tegengehouden' : 'De mails werden al tegengehouden';
  return changed ? 'De mails gaan weer uit' : 'De mails gingen al uit';
}

function doneSentence(pause: boolean): string {
  return pause
    ? 'Er gaat niets meer uit tot u ze weer laat gaan. Wat verschuldigd is, blijft verschuldigd.'
    : 'Wat tegengehouden was en nog klopt, wordt nu verzonden.';
}
