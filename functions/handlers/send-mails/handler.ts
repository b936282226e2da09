import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ChangedRow, forEachGroup } from '../../adapters/streamRecords.ts';
import { formatRoundId, parseRoundId, type RoundId } from '../../domain/roundId.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { ItemStore } from '../../operations/intake/ports.ts';
import { sendOpenProposals } from '../../operations/intake/sendOpenProposals.ts';
import { type ProposalDependencies, sendProposal } from '../../operations/intake/sendProposal.ts';
import { type StatementDependencies, sendStatements } from '../../operations/ledger/settleStatement.ts';
import type { LinkMaking } from '../../operations/links/createLink.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { type MemoSending, sendMemos } from '../../operations/memo/sendMemos.ts';
import type { Log } from '../../operations/ports.ts';
import type { MailSources } from '../../operations/readMailMatter.ts';
import { sendReplanNotices } from '../../operations/replanNotices.ts';
import { type MailRun, sendOwedMails } from '../../operations/sendMails.ts';
import { settleRound } from '../../operations/settleRound.ts';

interface Dependencies extends ProposalDependencies, MailSources, LinkMaking {
  readonly items: Pick<ItemStore, 'item' | 'openItems' | 'writeItem'>;
  /** The money, and its quarterly statements; absent: there are none. */
  readonly ledger?: StatementDependencies['ledger'];
  readonly statements?: StatementDependencies['statements'];
  /** Information memos for the councils; absent: there are none. */
  readonly memos?: MemoSending['memos'];
  readonly memoPdf?: MemoSending['memoPdf'];
  readonly log: Log;
}

/** The second consumer of the record's stream: sends the mails that a round's rows owe. */
export function createHandler({ log, ...deps }: Dependencies) {
  const { store } = deps;
  return (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    forEachGroup(event, log, groupOf, async ([row]) => {
      if (row?.kind === 'trajectory') {
        await sendAllOf(row.id);
      } else if (row?.kind === 'marked-address') {
        // It may be anybody's, of any trajectory.
        for (const id of await store.activeTrajectories('real')) await sendAllOf(id);
      } else if (row?.kind === 'round') {
        await sendFor(row.trajectory, row);
      } else if (row?.kind === 'request') {
        await sendFor(row.trajectory, parseRoundId(row.round));
      } else if (row?.kind === 'ledger-statement') {
        await sendStatementsOf(row.trajectory);
      } else if (row?.kind === 'memo') {
        await sendMemosOf(row.trajectory);
      } else if (row?.kind === 'incoming') {
        const item = await deps.items.item(row.id);
        if (item) demandSent(await sendProposal(deps, item));
      }
    });

  function demandSent({ failed }: MailRun): void {
    if (failed > 0) throw new Unavailable('De mail', `${failed} berichten niet verzonden`);
  }

  async function sendAllOf(id: string): Promise<void> {
    for (const round of await store.openRounds(id)) await sendFor(id, round);
    await sendNotices(id);
    demandSent(await sendOpenProposals(deps, id));
    await sendStatementsOf(id);
    await sendMemosOf(id);
  }

  async function sendNotices(id: string): Promise<void> {
    demandSent(await sendReplanNotices(deps, await knownTrajectory(store, id)));
  }

  async function sendStatementsOf(id: string): Promise<void> {
    const { ledger, statements } = deps;
    if (!ledger || !statements) return;
    demandSent(await sendStatements({ ...deps, ledger, statements }, await knownTrajectory(store, id)));
  }

  async function sendMemosOf(id: string): Promise<void> {
    const { memos, memoPdf } = deps;
    if (memos && memoPdf)
      demandSent(await sendMemos({ ...deps, memos, memoPdf }, await knownTrajectory(store, id)));
  }

  async function sendFor(id: string, roundId: RoundId): Promise<void> {
    const [round, requests, trajectory] = await Promise.all([
      store.round(id, roundId),
      store.requestsOfRound(id, formatRoundId(roundId)),
      knownTrajectory(store, id),
    ]);
    if (!round) return;
    const plan = await store.plan(trajectory);
    demandSent(await sendOwedMails(deps, { trajectory, plan, round, requests }));
    await settleRound(store, round);
  }
}

function groupOf(row: ChangedRow): string | undefined {
  if (row.kind === 'round') return `${row.trajectory} ${formatRoundId(row)}`;
  if (row.kind === 'request') return `${row.trajectory} ${row.round}`;
  if (row.kind === 'incoming') return `item ${row.id}`;
  if (row.kind === 'marked-address') return row.lastWrite === 'address-released' ? 'addresses' : undefined;
  if (row.kind === 'ledger-statement') return `statements ${row.trajectory}`;
  if (row.kind === 'memo') return `memos ${row.trajectory}`;
  // A trajectory whose mails were let go again, or whose plan was replaced.
  return row.kind === 'trajectory' ? row.id : undefined;
}
