import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { sessionMark } from '../../domain/access/session.ts';
import { changesNothing } from '../../domain/importFile/bodyDifferences.ts';
import { byLine } from '../../domain/importFile/fileMistake.ts';
import { REAL_SCOPE } from '../../domain/reference.ts';
import { Refusal } from '../../domain/refusal.ts';
import { undoImport } from '../../operations/undoImport.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { tokensFrom } from '../decide/formTokens.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { DonePage } from '../manage/donePage.tsx';
import { unreadableFormPage } from '../pages/accessPages.tsx';
import { undoAddress } from '../pages/addresses.ts';
import { calendarsKind } from './calendarsKind.tsx';
import { contactsKind } from './contactsKind.tsx';
import type { ImportKind } from './importKind.ts';
import { ImportPage } from './importPage.tsx';
import { ImportPreviewPage } from './importPreviewPage.tsx';
import { type PostedImport, readPostedImport } from './postedImport.ts';
import { UndoPage } from './undoPage.tsx';

const LOOK_AGAIN =
  'Deze pagina stond te lang open, of er is inmiddels iets anders ingelezen. Kijk na wat er nu verandert.';
const SAME = 'Dit staat er allemaal al; er valt niets in te lezen.';

const undoSchema = z.object({ gezien: z.coerce.number().int().min(1) });

/** Contacts and calendars: what there is, and importing and undoing as the command line does, with a look before. */
export function addImportRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  for (const kind of [contactsKind(deps), calendarsKind(deps)]) addRoutesOf(app, deps, kind);
}

function addRoutesOf(app: Hono<PortalEnv>, deps: FormDependencies, kind: ImportKind): void {
  const { reference, stage, log, now } = deps;

  app.get(kind.address, async (c) =>
    c.html(<ImportPage kind={kind} standing={await kind.standing()} stage={stage} />),
  );

  app.post(kind.address, async (c) => {
    const posted = await readPostedImport(c);
    return posted ? takeStep(c, posted) : unreadableFormPage(c, stage);
  });

  app.get(undoAddress(kind.address), async (c) => {
    const standing = await kind.standing();
    const differences = await standing.undoing();
    return c.html(<UndoPage kind={kind} standing={standing} differences={differences} stage={stage} />);
  });

  app.post(undoAddress(kind.address), async (c) => {
    const { data } = undoSchema.safeParse(await c.req.parseBody());
    if (!data) return unreadableFormPage(c, stage);
    try {
      const { version } = await undoImport(
        reference,
        kind.what,
        REAL_SCOPE,
        importedBy(c, '(teruggedraaid)'),
        data.gezien,
      );
      told(c, 'an import was undone', { version });
      return done(c, 'Teruggedraaid', 'Wat vóór het laatste inlezen gold, geldt weer.');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return done(c, 'Er is niets teruggedraaid', error.message, 409);
    }
  });

  async function takeStep(c: Context<PortalEnv>, posted: PostedImport): Promise<Response> {
    const { step, given, token, unreadable } = posted;
    const standing = await kind.standing();
    const form = (troubles?: Parameters<typeof ImportPage>[0]['troubles']) =>
      c.html(
        <ImportPage kind={kind} standing={standing} given={given} troubles={troubles} stage={stage} />,
        troubles ? 422 : 200,
      );
    if (unreadable) return form({ mistakes: unreadable });
    if (step === 'wijzigen') return form();
    const judged = standing.judge({ text: given.text, body: given.body || undefined });
    if ('mistakes' in judged) return form({ mistakes: byLine(judged.mistakes) });
    const { differences } = judged;
    if (differences.every(changesNothing)) return form({ notice: SAME });

    const tokens = tokensFrom(signedIn(c).session.id, kind.address);
    // A look is good for this file, on what there was then.
    const content = JSON.stringify([given, standing.version]);
    if (step === 'doorvoeren' && tokens.holds(token, 'vastleggen', content)) {
      const { version } = await judged.write(importedBy(c, given.name || '(geplakt)'));
      told(c, 'an import was made', { version, bodies: differences.length });
      return done(c, 'Ingelezen', 'Dit geldt vanaf nu.');
    }
    const isLate = step === 'doorvoeren';
    return c.html(
      <ImportPreviewPage
        kind={kind}
        standing={standing}
        differences={differences}
        given={given}
        token={tokens.of('vastleggen', content)}
        notice={isLate ? LOOK_AGAIN : undefined}
        stage={stage}
      />,
      isLate ? 409 : 200,
    );
  }

  function importedBy(c: Context<PortalEnv>, file: string) {
    return { at: now(), by: recordedInPortal(signedIn(c)).by, file };
  }

  function told(c: Context<PortalEnv>, message: string, fields: Record<string, unknown>): void {
    log.info(message, { what: kind.what, ...fields, session: sessionMark(signedIn(c).session) });
  }

  function done(c: Context<PortalEnv>, title: string, sentence: string, status: 200 | 409 = 200) {
    const page = (
      <DonePage title={title} back={kind.address} to={kind.title} stage={stage}>
        {sentence}
      </DonePage>
    );
    return c.html(page, status);
  }
}
