import type { NoticeRun } from '../replanNotices.ts';
import type { ItemStore } from './ports.ts';
import { type ProposalDependencies, sendProposal } from './sendProposal.ts';

/** What the open proposals of a trajectory still owe: what the stream missed, or a pause held back. */
export async function sendOpenProposals(
  deps: ProposalDependencies & { readonly items: Pick<ItemStore, 'openItems'> },
  trajectory: string,
): Promise<NoticeRun> {
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  for (const item of await deps.items.openItems()) {
    if (item.draft.trajectory !== trajectory) continue;
    const { sent, failed, failures } = await sendProposal(deps, item);
    run.sent += sent;
    run.failed += failed;
    run.failures.push(...failures);
  }
  return run;
}
