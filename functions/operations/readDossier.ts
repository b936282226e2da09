import { MOST_BYTES } from '../domain/attachments/decisionList.ts';
import type { Dossier, DossierDocument, DossierRound } from '../domain/dossier/dossier.ts';
import type { DecisionRequest } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { AuditEntry } from '../domain/trajectory.ts';
import type { DecisionListStore } from './attachments/ports.ts';
import { listMails, type MailListSources } from './listMails.ts';
import { knownTrajectory, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';
import { readStatus } from './readStatus.ts';
import type { RoundView } from './statusViews.ts';

export interface DossierSources extends MailListSources {
  readonly lists: Pick<DecisionListStore, 'read'>;
}

export interface DossierOrder {
  readonly trajectory: string;
  /** Only this round; absent: the whole process. */
  readonly round?: string | undefined;
  readonly withoutPeople: boolean;
}

/**
 * Gathers all that is on record of a process or of one round: what was answered, the log, the messages that left and the
 * decision lists. Only reads. Refuses UNKNOWN_TRAJECTORY and UNKNOWN_ROUND.
 */
export async function readDossier(sources: DossierSources, order: DossierOrder): Promise<Dossier> {
  const { store, now, lists } = sources;
  const { trajectory: id, round, withoutPeople } = order;
  const trajectory = await knownTrajectory(store, id);
  const plan = await store.plan(trajectory);
  const named = round === undefined ? undefined : parseRoundId(round);
  if (named && !(await store.round(id, named))) throw missingRound(plan, named);
  const [status, requests, log, mails] = await Promise.all([
    readStatus(sources, id, 'everything'),
    store.requests(id),
    store.audit(id),
    withoutPeople ? [] : listMails(sources, id),
  ]);
  const within = (of: string) => round === undefined || of === round;
  return {
    trajectory: id,
    title: trajectory.title,
    lead: plan.lead.name,
    round,
    madeAt: now(),
    withoutPeople,
    plan,
    rounds: status.rounds.filter((each) => within(each.id)).map(roundOf),
    log: log.filter((entry) => round === undefined || isOfRound(entry, round)),
    mails: mails.flatMap(({ sentAt, to, subject, text, reference }) =>
      sentAt && (round === undefined || reference.split('/').includes(round))
        ? [{ sentAt, to, subject, text, reference }]
        : [],
    ),
    documents: await documentsOf(
      lists,
      requests.filter((request) => within(request.round)),
    ),
  };
}

/** How large the decision lists are that belong in it, by what the record says of them. */
export async function bytesOfLists(
  store: Pick<RecordStore, 'requests'>,
  { trajectory, round }: Pick<DossierOrder, 'trajectory' | 'round'>,
): Promise<number> {
  return (await store.requests(trajectory))
    .filter((request) => round === undefined || request.round === round)
    .reduce((sum, { attachment }) => sum + (attachment?.size ?? 0), 0);
}

function roundOf({ id, title, status, verdict, requests }: RoundView): DossierRound {
  return {
    ...{ id, title, status, verdict },
    answers: requests.map(({ body, name, status: stand, outcome, decidedOn, reference, note, ...more }) => ({
      ...{ body, name, status: stand, decidedOn, reference, note },
      ...{ silence: more.silence, embargo: more.embargo },
      outcome: outcome as DossierRound['answers'][number]['outcome'],
    })),
  };
}

/** Its own entries, and those of its requests: `process-proposal.r1 GM0072/college`. */
function isOfRound({ subject }: AuditEntry, round: string): boolean {
  return subject === round || subject.startsWith(`${round} `) || subject.startsWith(`${round}/`);
}

async function documentsOf(
  lists: Pick<DecisionListStore, 'read'>,
  requests: readonly DecisionRequest[],
): Promise<DossierDocument[]> {
  const documents: DossierDocument[] = [];
  for (const { round, body, attachment } of requests) {
    if (!attachment) continue;
    const read = await lists.read(attachment.key, MOST_BYTES);
    documents.push({
      ...{ round, body, sha256: attachment.sha256 },
      bytes: read === 'too-large' ? undefined : read,
    });
  }
  return documents;
}
