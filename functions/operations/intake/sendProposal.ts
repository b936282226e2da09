import { dayOf } from '../../domain/calendar/days.ts';
import { whoAnswersFor } from '../../domain/contacts/whoAnswersFor.ts';
import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { drawFor } from '../../domain/mails/drawFor.ts';
import { stoppedBy } from '../../domain/mails/markedAddress.ts';
import { named } from '../../domain/mails/named.ts';
import { isClaimable } from '../../domain/mails/owedMails.ts';
import { proposed } from '../../domain/mails/texts/proposed.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import { scopeOf } from '../../domain/reference.ts';
import { shortHash } from '../../domain/shortHash.ts';
import { type LinkMaking, makeLinkUrl } from '../links/createLink.ts';
import type { MailSources } from '../readMailMatter.ts';
import type { NoticeRun } from '../replanNotices.ts';
import { type MailDependencies, sendClaimedMail } from '../sendClaimedMail.ts';

/** Without links the mail asks to answer to the project lead. */
export interface ProposalDependencies extends MailDependencies, Pick<MailSources, 'reference'>, LinkMaking {}

/**
 * Asks those who answer for a body to confirm what came in: each person one message with a link of their own, claimed
 * and marked on the item like every mail on its reason. Nothing for an item that is closed, or of triage.
 */
export async function sendProposal(deps: ProposalDependencies, item: IncomingItem): Promise<NoticeRun> {
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  const { trajectory: id, round, body } = item.draft;
  if (item.status !== 'proposed' || !id || !round || !body) return run;
  const { store, reference: data, now } = deps;
  const trajectory = await store.trajectory(id);
  if (!trajectory || trajectory.mailsPausedAt) return run;
  const [plan, { contacts }] = await Promise.all([
    store.plan(trajectory),
    data.contacts(scopeOf(trajectory)),
  ]);
  const isStopped = stoppedBy(await store.markedAddresses());
  for (const person of whoAnswersFor(plan, contacts, body, dayOf(now()))) {
    const key = `proposed-${shortHash(person.mail)}`;
    const before = item.mails?.[key];
    if (!isClaimable(before, now()) || isStopped(person.mail)) continue;
    const link = await makeLinkUrl(
      deps,
      { trajectory: id, round, body, person, draft: item.draft, item: item.id },
      now(),
    );
    const reference = `${id}/${round}/${body}/bevestigen-${item.id}`;
    const row = { owner: { trajectory: id, item: item.id }, key, before };
    const mail = drawFor([person], plan, reference, (words) =>
      proposed(words, plan, item, named(bodiesOf(plan), body), link),
    );
    const result = await sendClaimedMail(deps, 'proposed', [row], () => mail, [person.mail]);
    if (result === 'sent') run.sent++;
    if (result !== 'failed') continue;
    run.failed++;
    run.failures.push(
      `${reference}: een verzoek om bevestiging is niet verzonden. Controleer het adres; het wordt elke dag opnieuw geprobeerd.`,
    );
  }
  return run;
}
