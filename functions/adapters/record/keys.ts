import { formatRoundId, parseRoundId, type RoundId } from '../../domain/roundId.ts';
import type { MailOwner } from '../../operations/ports.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Everything that is alive of a trajectory is in its partition; its audit log is in one of its own. */
const partition = (trajectory: string) => `TRAJECTORY#${trajectory}`;
export const auditPartition = (trajectory: string) => `AUDIT#${trajectory}`;

export const trajectoryKey = (id: string): Key => ({ pk: partition(id), sk: 'TRAJECTORY' });
export const planKey = (trajectory: string, hash: string): Key => ({
  pk: partition(trajectory),
  sk: `PLAN#${hash}`,
});
export const milestoneKey = (trajectory: string, id: string): Key => ({
  pk: partition(trajectory),
  sk: `MILESTONE#${id}`,
});
export const roundKey = (trajectory: string, round: RoundId): Key => ({
  pk: partition(trajectory),
  sk: `ROUND#${round.family}#${padded(round.number)}`,
});
export const requestKey = (trajectory: string, round: string, body: string): Key => ({
  pk: partition(trajectory),
  sk: `${requestsOfRound(round)}${body}`,
});
export const flagKey = (trajectory: string, flag: string, subject: string): Key => ({
  pk: partition(trajectory),
  sk: `FLAG#${flag}#${subject}`,
});
export const replanningKey = (trajectory: string, version: number): Key => ({
  pk: partition(trajectory),
  sk: `REPLAN#${padded(version)}`,
});
export const STATEMENTS = 'STATEMENT#';
/** By its quarter, `2026-Q1`. */
export const statementKey = (trajectory: string, quarter: string): Key => ({
  pk: partition(trajectory),
  sk: `${STATEMENTS}${quarter}`,
});
export const MEMOS = 'MEMO#';
export const memosOfRound = (round: string) => `${MEMOS}${round}#`;
export const memoKey = (trajectory: string, round: string, version: number): Key => ({
  pk: partition(trajectory),
  sk: `${memosOfRound(round)}${padded(version)}`,
});
export const auditKey = (trajectory: string, at: string, id: string): Key => ({
  pk: auditPartition(trajectory),
  sk: `${at}#${id}`,
});

/** Moments sort as text and begin with a digit: these stand before and behind all of them. */
export const BEFORE_ALL_MOMENTS = '0';
export const AFTER_ALL_MOMENTS = ':';

/** The row that is the reason of a mail, and keeps its state. */
export function mailOwnerKey(owner: MailOwner): Key {
  if ('milestone' in owner) return milestoneKey(owner.trajectory, owner.milestone);
  if ('replanning' in owner) return replanningKey(owner.trajectory, owner.replanning);
  if ('item' in owner) return itemKey(owner.item);
  if ('memo' in owner) {
    const [round = '', version] = owner.memo.split('#');
    return memoKey(owner.trajectory, round, Number(version));
  }
  if ('statement' in owner) return statementKey(owner.trajectory, owner.statement);
  return owner.body === undefined
    ? roundKey(owner.trajectory, owner.round)
    : requestKey(owner.trajectory, formatRoundId(owner.round), owner.body);
}

/** What is imported for a scope: a pointer, and beside it the rows of its versions. */
export const calendarsPartition = (scope: string) => `CALENDARS#${scope}`;
export const contactsPartition = (scope: string) => `CONTACTS#${scope}`;
export const REFERENCE_POINTER = 'POINTER';
export const REFERENCE_VERSIONS = 'VERSION#';

/** Who may send us messages, what came from each, and what a person must look at. */
export const SOURCES = 'SOURCES';
export const sourceKey = (name: string): Key => ({ pk: SOURCES, sk: `SOURCE#${name}` });
export const messagesPartition = (source: string) => `MESSAGES#${source}`;
/** By its key, so that the same message is one row. */
export const messageKey = (source: string, messageKeyOf: string): Key => ({
  pk: messagesPartition(source),
  sk: `MESSAGE#${messageKeyOf}`,
});
/** One small row a message beside it, so that the last ones are found without reading a month of them. */
export const MESSAGE_LOG = 'LOG#';
export const messageLogKey = (source: string, receivedAt: string, messageKeyOf: string): Key => ({
  pk: messagesPartition(source),
  sk: `${MESSAGE_LOG}${receivedAt}#${messageKeyOf}`,
});
export const heldMessagesOf = (source: string) => `HELD#${source}`;
/** By what the source calls the decision, hashed. */
export const reportKey = (source: string, about: string): Key => ({
  pk: messagesPartition(source),
  sk: `REPORT#${about}`,
});
/** Before the partitions in which alone the receiver may write (infra/constructs/recordAccess.ts). */
export const COUNTS = 'COUNT#';
/** How many messages came in a minute, `2026-11-24T10:32`. */
export const countKey = (source: string, minute: string): Key => ({
  pk: `${COUNTS}${source}`,
  sk: `MINUTE#${minute}`,
});
export const ITEMS = 'ITEMS';
export const itemKey = (id: string): Key => ({ pk: ITEMS, sk: `ITEM#${id}` });
export const OPEN_ITEMS = 'ITEMS';
export const pollKey = (source: string): Key => ({ pk: messagesPartition(source), sk: 'POLL' });

/** One small partition: who sends a mail reads all that is stopped at once. */
export const MARKED_ADDRESSES = 'MARKED-ADDRESSES';
export const markedAddressKey = (address: string): Key => ({
  pk: MARKED_ADDRESSES,
  sk: `ADDRESS#${address}`,
});

/** A mail link is found by the hash of its id alone. */
export const linkKey = (hash: string): Key => ({ pk: `LINK#${hash}`, sk: 'LINK' });
/** How many new links were mailed to a person (by a hash) in an hour, `2026-11-24T10`. */
export const newLinksKey = (person: string, hour: string): Key => ({
  pk: `NEWLINKS#${person}`,
  sk: `HOUR#${hour}`,
});

export const GRANTS = 'GRANTS';
export const grantKey = (mail: string, role: string, trajectory: string, body = ''): Key => ({
  pk: GRANTS,
  sk: `${grantsOfPrefix(mail)}${trajectory}#${role}#${body}`,
});
export const grantsOfPrefix = (mail: string) => `GRANT#${mail}#`;

/** The only partition in which the portal may write (infra/constructs/recordAccess.ts). */
export const ENDED_SESSIONS = 'ENDED-SESSIONS';
export const endedSessionKey = (id: string): Key => ({ pk: ENDED_SESSIONS, sk: `SESSION#${id}` });

/** Prefix of the rows of one version; two imports at once stage different rows under the same number. */
export function referenceVersion({ version, importId }: { version: number; importId: string }): string {
  return `${REFERENCE_VERSIONS}${String(version).padStart(8, '0')}#${importId}#`;
}

/** Prefix of the requests of one round. */
export function requestsOfRound(round: string): string {
  const { family, number } = parseRoundId(round);
  return `REQUEST#${family}#${padded(number)}#`;
}

export function roundOfSortKey(sortKey: string): RoundId {
  const [, family = '', number = ''] = sortKey.split('#');
  return { family, number: Number(number) };
}

/** Partitions of the sparse index. */
export const openRoundsOf = (trajectory: string) => `ROUNDS#${trajectory}`;
export const openFlagsOf = (trajectory: string) => `FLAGS#${trajectory}`;
export const activeTrajectoriesOf = (clock: string) => `TRAJECTORIES#${clock}`;
export const finishedTrajectoriesOf = (clock: string) => `FINISHED#${clock}`;

export function trajectoryOfPartition(pk: string): string {
  return pk.slice(pk.indexOf('#') + 1);
}

/** Sort keys sort as text; a plan's rounds go up to r999, and it is not replaced more often. */
function padded(number: number): string {
  return String(number).padStart(3, '0');
}
