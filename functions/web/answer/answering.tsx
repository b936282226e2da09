import type { Context } from 'hono';
import type { Answer } from '../../domain/decision/answer.ts';
import { isOpenItem } from '../../domain/intake/incomingItem.ts';
import type { DecisionFields } from '../../domain/links/decisionForm.ts';
import { Refusal } from '../../domain/refusal.ts';
import { recordItem } from '../../operations/intake/acceptItem.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { recordDecision } from '../../operations/recordDecision.ts';
import { recordedInPortal, signedIn } from '../access/signedIn.ts';
import type { PortalEnv } from '../access/visitor.ts';
import type { Answering, FormGiven } from '../decide/answerSteps.tsx';
import { FormPage } from '../decide/formPage.tsx';
import { tokensFrom } from '../decide/formTokens.ts';
import { closedSentence } from '../decide/onRecord.tsx';
import { RecordPage } from '../decide/recordPage.tsx';
import type { FormDependencies } from '../formRoutes.ts';
import { trajectoryAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { MessagePage } from '../pages/messagePages.tsx';
import { type Asked, readAsking } from './readAsking.ts';

/** Answering by who is signed in. The id of a session is in no page, so only this session's pages have its tokens. */
export function answering(deps: FormDependencies, c: Context<PortalEnv>, { view, item }: Asked): Answering {
  const { stage } = deps;
  const visitor = signedIn(c);
  const tokens = tokensFrom(visitor.session.id, JSON.stringify([view.place, item?.id]));
  const by = recordedInPortal(visitor);
  const nav = <BackTo to={trajectoryAddress(view.trajectory.id)}>{view.trajectory.title}</BackTo>;
  const { isOpen } = standingOf(view);
  const form = ({ status = 200, ...given }: FormGiven) =>
    c.html(
      <FormPage
        view={view}
        stage={stage}
        token={tokens.of('bekijken')}
        draft={item && isOpenItem(item) ? item.draft : undefined}
        nav={nav}
        {...given}
      />,
      status,
    );
  const record = (of: AskedView, title: string, sentence: string, status: 200 | 409 = 200) =>
    c.html(
      <RecordPage view={of} stage={stage} title={title} nav={nav}>
        {sentence}
      </RecordPage>,
      status,
    );
  const ended = () =>
    standingOf(view).isAnswered
      ? record(view, 'Er is al geantwoord', 'Dit ligt vast:')
      : c.html(
          <MessagePage title="Dit verzoek is gesloten" stage={stage}>
            {closedSentence(view.round)}
          </MessagePage>,
          410,
        );

  return { view, stage, tokens, by, isOpen, form, ended, confirm };

  async function confirm(answer: Answer, fields: DecisionFields): Promise<Response> {
    try {
      const { changed } =
        item && isOpenItem(item)
          ? await recordItem(deps, item, answer, view.at, by)
          : await recordDecision(deps.store, answer, view.at, by);
      const now = await again();
      return changed
        ? record(now, 'Vastgelegd', 'De projectleider en de andere organen krijgen bericht.')
        : record(now, 'Dit stond al vast', 'Precies dit antwoord lag er al; er is niets gewijzigd.');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const now = await again();
      // The answer is recorded; what came in somebody else has closed meanwhile.
      if (error.code === 'ITEM_CLOSED') return record(now, 'Vastgelegd', error.message);
      if (standingOf(now).isAnswered)
        return record(
          now,
          'Er ligt al een andere uitkomst vast',
          'Wat u wilde vastleggen is niet vastgelegd. Dit staat er al:',
          409,
        );
      return standingOf(now).isOpen ? form({ fields, notice: error.message, status: 409 }) : ended();
    }
  }

  /** As it is after what was just done. */
  async function again(): Promise<AskedView> {
    return (await readAsking(deps, c))?.view ?? view;
  }
}

function standingOf({ request, round }: AskedView) {
  const isAnswered = request?.status === 'decided';
  return { isAnswered, isOpen: !isAnswered && request?.status !== 'closed' && round.status === 'open' };
}
