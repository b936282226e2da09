import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import type { RecordStore } from '../ports.ts';
import type { NoticeRun } from '../replanNotices.ts';
import type { ItemStore } from './ports.ts';
import { type ProposalDependencies, sendProposal } from './sendProposal.ts';

/**
 * What the open proposals of a trajectory still owe: what the stream missed, or a pause held back. One whose answer was
 * given meanwhile, in another way, waits for nobody and is closed.
 */
export async function sendOpenProposals(
  deps: ProposalDependencies & { readonly items: Pick<ItemStore, 'openItems' | 'writeItem'> },
  trajectory: string,
): Promise<NoticeRun> {
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  for (const item of await deps.items.openItems()) {
    if (item.draft.trajectory !== trajectory) continue;
    const answered = await answeredOtherwise(deps.store, item);
    if (answered) {
      await deps.items.writeItem({ ...item, ...answered, closedAt: deps.now() }, item);
      continue;
    }
    const { sent, failed, failures } = await sendProposal(deps, item);
    run.sent += sent;
    run.failed += failed;
    run.failures.push(...failures);
  }
  return run;
}

/** Only where it contradicts nothing: another outcome than was recorded is for a person to see. */
async function answeredOtherwise(
  store: Pick<RecordStore, 'request'>,
  { status, draft }: IncomingItem,
): Promise<Pick<IncomingItem, 'status' | 'closedBy' | 'closedBecause'> | undefined> {
  const { trajectory, round, body, outcome } = draft;
  if (status !== 'proposed' || !trajectory || !round || !body) return undefined;
  const request = await store.request(trajectory, round, body);
  if (request?.status !== 'decided') return undefined;
  if (outcome !== undefined && outcome !== request.outcome) return undefined;
  return {
    status: 'accepted',
    closedBy: request.by ?? 'besluitketen',
    closedBecause: `Het antwoord is intussen langs een andere weg gegeven: ${body} in ronde ${round}.`,
  };
}
