import type { Context, Hono } from 'hono';
import { sessionMark } from '../../domain/access/session.ts';
import { SOURCE_NAME, type Source } from '../../domain/intake/source.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { pauseSource, resumeSource } from '../../operations/intake/manageSources.ts';
import { testSource } from '../../operations/intake/testSource.ts';
import { signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { sourcePageAddress } from '../pages/addresses.ts';
import { DonePage } from './donePage.tsx';
import { messagesAre } from './messagesAre.ts';
import { SourcePage } from './sourcePage.tsx';

const LAST_MESSAGES = 50;

interface Done {
  readonly title: string;
  readonly sentence: string;
  readonly status?: 200 | 409 | 503;
}

/** One source, for the administrator: how it goes, its test, and its pause. */
export function addSourceRoutes(app: Hono<PortalEnv>, deps: FormDependencies): void {
  const { sources, messages, polls, stage, portalUrl, log, now } = deps;

  app.get('/beheer/bron/:name', (c) =>
    withSource(c, async (source) => {
      const [last, poll] = await Promise.all([
        messages.lastMessages(source.name, LAST_MESSAGES),
        polls.pollState(source.name),
      ]);
      return c.html(
        <SourcePage source={source} messages={last} poll={poll} portalUrl={portalUrl} stage={stage} />,
      );
    }),
  );

  app.post('/beheer/bron/:name/test', (c) =>
    doing(c, 'De test is niet gelukt', 'a source was tested', async ({ name }) => {
      const { address } = await testSource(deps, name);
      return {
        title: 'De test is gelukt',
        sentence: `${address} luistert, en kent het geheim van ${name}. Er is niets vastgelegd.`,
      };
    }),
  );

  app.post('/beheer/bron/:name/pauze', (c) =>
    doing(c, 'De bron is niet gepauzeerd', 'a source was paused', async ({ name }) => {
      const { changed } = await pauseSource(sources, name, now());
      return changed
        ? { title: 'De bron staat op pauze', sentence: 'Wat zij stuurt wordt bewaard tot u haar hervat.' }
        : { title: 'De bron stond al op pauze', sentence: 'Er is niets gewijzigd.' };
    }),
  );

  app.post('/beheer/bron/:name/hervatten', (c) =>
    doing(c, 'De bron is niet hervat', 'a source was resumed', async ({ name }) => {
      const { changed, released } = await resumeSource(deps, name, now());
      const kept = released === 0 ? 'Er was niets bewaard.' : `${messagesAre(released)} nu verwerkt.`;
      return changed
        ? { title: 'De bron gaat door', sentence: kept }
        : { title: 'De bron ging al door', sentence: released > 0 ? kept : 'Er is niets gewijzigd.' };
    }),
  );

  async function withSource(
    c: Context<PortalEnv>,
    then: (source: Source) => Promise<Response>,
  ): Promise<Response> {
    const name = c.req.param('name') ?? '';
    const source = SOURCE_NAME.test(name) ? await sources.source(name) : undefined;
    return source ? then(source) : c.notFound();
  }

  function doing(
    c: Context<PortalEnv>,
    failed: string,
    told: string,
    change: (source: Source) => Promise<Done>,
  ): Promise<Response> {
    return withSource(c, async (source) => {
      const { title, sentence, status = 200 } = await orWhyNot(failed, () => change(source));
      log.info(told, { source: source.name, status, session: sessionMark(signedIn(c).session) });
      const page = (
        <DonePage
          title={title}
          back={sourcePageAddress(source.name)}
          to={`Bron ${source.name}`}
          stage={stage}
        >
          {sentence}
        </DonePage>
      );
      return c.html(page, status);
    });
  }
}

/** What a refusal says is for the administrator; why something does not answer is not for a page. */
async function orWhyNot(title: string, change: () => Promise<Done>): Promise<Done> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Refusal) return { title, sentence: error.message, status: 409 };
    if (!(error instanceof Unavailable)) throw error;
    return {
      title,
      sentence: 'Er kwam geen antwoord. Probeer het over een paar minuten opnieuw.',
      status: 503,
    };
  }
}
