import type { Context, Hono } from 'hono';
import { zipArchive } from '../../adapters/zipArchive.ts';
import { sessionMark } from '../../domain/access/session.ts';
import { dossierFiles } from '../../domain/dossier/dossierFiles.ts';
import { IS_ROUND } from '../../domain/plan/planNames.ts';
import type { Log } from '../../operations/ports.ts';
import { bytesOfLists, type DossierSources, readDossier } from '../../operations/readDossier.ts';
import { readStatus } from '../../operations/readStatus.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { LARGEST_FILE } from '../largestFile.ts';
import { ofTrajectory } from '../ofTrajectory.ts';
import { dossierAddress } from '../pages/addresses.ts';
import { MessagePage } from '../pages/messagePages.tsx';
import { orUnknownRound } from '../round/orUnknownRound.ts';
import { unknownRoundPage } from '../round/unknownRoundPage.tsx';
import { DossierPage } from './dossierPage.tsx';
import { DOSSIER_FILE_PATH, DOSSIER_PATH } from './dossierPaths.ts';

export interface DossierDependencies extends DossierSources {
  readonly stage: string;
  readonly log: Log;
}

/** Everything of a process, or of one round, as one archive; for the project lead and the administrator. */
export function addDossierRoutes(
  app: Hono<PortalEnv>,
  { stage, log, ...sources }: DossierDependencies,
): void {
  app.get(DOSSIER_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const status = await readStatus(sources, id, 'everything');
      return c.html(<DossierPage status={status} round={c.req.query('ronde')} stage={stage} />);
    }),
  );

  app.get(DOSSIER_FILE_PATH, (c) =>
    ofTrajectory(c, stage, async (id) => {
      const round = c.req.query('ronde') || undefined;
      if (round !== undefined && !IS_ROUND.test(round)) return unknownRoundPage(c, stage, id);
      // Whoever leaves the choice out gets the one that tells least.
      const withoutPeople = c.req.query('personen') !== 'met';
      const order = { trajectory: id, round, withoutPeople };
      // A PDF does not get smaller in an archive: what cannot fit is not fetched.
      if ((await bytesOfLists(sources.store, order)) > LARGEST_FILE) return tooLarge(c, id, order);
      const dossier = await orUnknownRound(() => readDossier(sources, order));
      if (!dossier) return unknownRoundPage(c, stage, id);
      const archive = zipArchive(dossierFiles(dossier));
      if (archive.length > LARGEST_FILE) return tooLarge(c, id, order);
      const session = sessionMark(signedIn(c).session);
      log.info('a dossier was made', { trajectory: id, round, withoutPeople, session });
      const name = [id, ...(round ? [round] : []), ...(withoutPeople ? ['zonder-personen'] : [])].join('-');
      return c.body(Uint8Array.from(archive), 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}.zip"`,
      });
    }),
  );

  /** An answer of a function has a bound (Lambda quotas); half a dossier would pass for the whole one. */
  function tooLarge(
    c: Context,
    id: string,
    { round, withoutPeople }: { readonly round: string | undefined; readonly withoutPeople: boolean },
  ) {
    const options = [
      stage !== 'local' && `--stage ${stage}`,
      round && `--round ${round}`,
      withoutPeople && '--without-people',
    ];
    const command = ['besluitketen dossier', id, ...options.filter(Boolean)].join(' ');
    const page = (
      <MessagePage
        title="Dit dossier is te groot om hier op te halen"
        stage={stage}
        onward={<a href={dossierAddress(id)}>Kies een kleiner deel, bijvoorbeeld één ronde</a>}
      >
        Langs deze weg past hoogstens {LARGEST_FILE / 1_000_000} MB. Met de opdrachtregel is er geen grens:{' '}
        <code>{command}</code>
      </MessagePage>
    );
    return c.html(page, 413);
  }
}
