import type { Contact } from '../domain/contacts/contact.ts';
import type { Replayed } from '../domain/history/replay.ts';
import type { MailAttachment } from '../domain/mails/mailMatter.ts';
import type { MarkedAddress } from '../domain/mails/markedAddress.ts';
import type { Calendars } from '../domain/meetings/calendar.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { Imported } from '../domain/reference.ts';
import type { AsSeen } from '../domain/replan/asSeen.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import type { Advance } from '../domain/round/advance.ts';
import type { Attachment, DecisionRequest, MailState, Round } from '../domain/round/round.ts';
import type { RoundId } from '../domain/roundId.ts';
import type { AuditEntry, Flag, MilestoneRow, Trajectory } from '../domain/trajectory.ts';

/**
 * What the operations need from the outside. Reads are consistent unless they say otherwise. Every write is
 * conditional: `false` says that its condition did not hold and nothing was written; re-read and decide again.
 * Conflicts and throttles are retried inside the adapter; what remains is an `Unavailable` error.
 */
export interface RecordStore {
  trajectory(id: string): Promise<Trajectory | undefined>;
  /** The plan that counts for this trajectory; an earlier one by its hash. */
  plan(trajectory: Pick<Trajectory, 'id' | 'planHash'>): Promise<Plan>;
  /** In the order of their versions. */
  replannings(trajectory: string): Promise<Replanning[]>;
  replanning(trajectory: string, version: number): Promise<Replanning | undefined>;
  milestones(trajectory: string): Promise<MilestoneRow[]>;
  milestone(trajectory: string, id: string): Promise<MilestoneRow | undefined>;
  round(trajectory: string, round: RoundId): Promise<Round | undefined>;
  rounds(trajectory: string): Promise<Round[]>;
  request(trajectory: string, round: string, body: string): Promise<DecisionRequest | undefined>;
  requestsOfRound(trajectory: string, round: string): Promise<DecisionRequest[]>;
  requests(trajectory: string): Promise<DecisionRequest[]>;
  flags(trajectory: string): Promise<Flag[]>;
  /** From the sparse index: the flags that still stand. */
  openFlags(trajectory: string): Promise<Flag[]>;
  audit(trajectory: string): Promise<AuditEntry[]>;
  /** A part of the log, the newest entry first: bounded, however long the log is. */
  auditPage(trajectory: string, part: AuditPart): Promise<AuditPage>;
  /** From the sparse index, eventually consistent: what is found is re-read. */
  activeTrajectories(clock: Trajectory['clock']): Promise<string[]>;
  /** The same, with those that are finished and are not watched any more. */
  allTrajectories(clock: Trajectory['clock']): Promise<string[]>;
  openRounds(trajectory: string): Promise<RoundId[]>;

  startTrajectory(trajectory: Trajectory, plan: Plan, audit: AuditEntry): Promise<boolean>;
  /**
   * Lays down the past of a trajectory that does not exist yet, of any size: nobody sees it until
   * `startTrajectory` writes the trajectory's own row. What an earlier, broken attempt left is taken away.
   */
  stageHistory(trajectory: string, past: Replayed): Promise<void>;
  /** Only while the plan of this hash counts: no round opens under a plan that was replaced. */
  openMilestone(
    row: MilestoneRow,
    round: Round | undefined,
    audit: readonly AuditEntry[],
    planHash: string,
  ): Promise<boolean>;
  /** Completes a milestone that is not completed yet; without an audit entry it is a derived effect. */
  completeMilestone(row: MilestoneRow, audit?: AuditEntry): Promise<boolean>;
  writeAnswer(
    request: DecisionRequest,
    before: DecisionRequest | undefined,
    audit: AuditEntry,
  ): Promise<boolean>;
  /** Replaces a decided entry; only while its stage has not been weighed. */
  writeCorrection(
    request: DecisionRequest,
    before: DecisionRequest,
    round: Round,
    audit: AuditEntry,
  ): Promise<boolean>;
  /** Keeps a decision list with an answer that is as it was seen and has none yet. */
  writeAttachment(answered: DecisionRequest, attachment: Attachment, audit: AuditEntry): Promise<boolean>;
  /**
   * Withdraws a round that is as it was seen; its requests are closed afterwards, one by one. `byPlan`: the version of
   * the plan that left it out.
   */
  writeWithdrawal(
    round: Round,
    reason: string,
    at: string,
    audit: AuditEntry,
    byPlan?: number,
  ): Promise<boolean>;
  /** Closes an open request of a round that was withdrawn. */
  closeRequest(request: DecisionRequest): Promise<boolean>;
  /** Only under the round's current epoch and stage, and with the corrections that were seen. */
  advanceRound(round: Round, advance: Advance, audit: AuditEntry): Promise<boolean>;
  raiseEpoch(round: Round, faults: number, audit: AuditEntry): Promise<boolean>;
  markStarted(round: Round, at: string): Promise<boolean>;
  markWoken(request: DecisionRequest, at: string): Promise<boolean>;
  writeRevision(divided: Round, next: Round, audit: AuditEntry, planHash: string): Promise<boolean>;
  settleRound(round: Round): Promise<boolean>;
  /** Puts a plan under its hash, where nobody reads it before `writeReplanning` switches to it. */
  stagePlan(trajectory: string, plan: Plan): Promise<void>;
  /** Switches to the staged plan; only from the version that was seen, and while these rows are as they were seen. */
  writeReplanning(
    seen: Trajectory,
    title: string,
    replanning: Replanning,
    asSeen: AsSeen,
    audit: AuditEntry,
  ): Promise<boolean>;
  /** Only an open one. */
  withdrawMilestone(row: MilestoneRow, audit: AuditEntry): Promise<boolean>;
  /** Every notice of a re-planning has been sent. */
  markTold(replanning: Replanning, at: string): Promise<boolean>;
  /** Stops (`at`) or lets go (undefined) the mails of a trajectory; false when it was so already. */
  writeMailPause(trajectory: string, at: string | undefined, audit: AuditEntry): Promise<boolean>;
  /** Makes its timeline public (`at`), or not any more (undefined); false when it was so already. */
  writePublication(trajectory: string, at: string | undefined, audit: AuditEntry): Promise<boolean>;
  markWatched(trajectory: string, day: string): Promise<boolean>;
  /** Takes it off what is watched, under the plan that was seen; a re-planning puts it back. */
  restTrajectory(seen: Trajectory): Promise<boolean>;
  /** False when it stands already. */
  raiseFlag(flag: Flag, audit?: AuditEntry): Promise<boolean>;
  /** Gives a flag that stands another sentence; it stands since it was raised. */
  rewordFlag(flag: Flag, audit?: AuditEntry): Promise<boolean>;
  resolveFlag(flag: Flag, at: string): Promise<boolean>;
  /**
   * Claims a mail of a round (or of one of its requests, or of a re-planning) for sending; false when it was sent or is
   * claimed, or (`still`) when the row is not so any more.
   */
  claimMail(of: MailOwner, key: string, claim: MailState, now: string, still?: StillSo): Promise<boolean>;
  /** What has left is marked whoever holds the claim by now; false when it was marked already, or never claimed. */
  markMailSent(of: MailOwner, key: string, sent: { sentAt: string; messageId: string }): Promise<boolean>;
  /** Only while `claim` is the last one and the mail is not marked as sent. */
  markMailFailed(
    of: MailOwner,
    key: string,
    claim: MailState,
    failed: { claimedUntil: string; error: string },
  ): Promise<boolean>;
  /** Of an address that a mail did not reach; false when it says nothing new. */
  markAddress(mark: MarkedAddress): Promise<boolean>;
  /** Lets mails go to it again; false when none were stopped. */
  releaseAddress(
    address: string,
    released: { releasedAt: string; releasedBy: string; expiresAt: number },
  ): Promise<boolean>;
  /** All that is known of addresses, released ones too, of every trajectory. */
  markedAddresses(): Promise<MarkedAddress[]>;
}

/** Where an entry stands in the log. */
export type AuditPlace = Pick<AuditEntry, 'at' | 'id'>;

export interface AuditPart {
  /** The first moment that is meant, and the first one after it that is not; absent: no bound. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Only what stands behind this entry, which is older. */
  readonly after?: AuditPlace | undefined;
  readonly most: number;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** There are older ones in this part; an answer may also hold fewer than `most`. */
  readonly more: boolean;
}

/** What a row must be for a mail about it to leave: who has answered, or deferred since, is not reminded. */
export interface StillSo {
  readonly status: string;
  /** Of a request: as many postponements as were seen. */
  readonly deferrals?: number;
  /** Of a divided round: no revised proposal yet. */
  readonly notRevised?: true;
}

/** The row a mail's state is kept on: the row whose change is its reason. */
export type MailOwner =
  | { readonly trajectory: string; readonly round: RoundId; readonly body?: string | undefined }
  | { readonly trajectory: string; readonly milestone: string }
  | { readonly trajectory: string; readonly replanning: number }
  | { readonly trajectory: string; readonly item: string }
  | { readonly trajectory: string; readonly statement: string }
  /** `process-proposal.r1#2`: a version of a round's memo. */
  | { readonly trajectory: string; readonly memo: string };

/** Calendars that count together; version 0: nothing was ever imported. */
export interface CalendarsVersion {
  readonly version: number;
  readonly calendars: Calendars;
  /** By body, where its calendar came from. */
  readonly imported: ReadonlyMap<string, Imported>;
}

export interface ContactsVersion {
  readonly version: number;
  readonly contacts: readonly Contact[];
  /** By body, where its contacts came from. */
  readonly imported: ReadonlyMap<string, Imported>;
}

/**
 * What others publish and we import: meeting calendars and contacts, by scope (`scopeOf` of a trajectory). A read gives
 * one whole version. A write takes the version that was read, with what has changed in it, and makes it the next one:
 * whole, or (`false`) not at all, because another import was first; read again and decide again.
 */
export interface ReferenceData {
  calendars(scope: string): Promise<CalendarsVersion>;
  contacts(scope: string): Promise<ContactsVersion>;
  /** What counted before the last import, under the version that counts now: written again, it undoes that import. */
  calendarsBefore(scope: string): Promise<CalendarsVersion>;
  contactsBefore(scope: string): Promise<ContactsVersion>;
  writeCalendars(scope: string, next: CalendarsVersion, by: Imported): Promise<boolean>;
  writeContacts(scope: string, next: ContactsVersion, by: Imported): Promise<boolean>;
}

export type ExecutionState = 'running' | 'succeeded' | 'dead' | 'absent';

export interface Chain {
  /** Starts the execution of the round's current epoch; already started is a success. */
  start(round: Round): Promise<void>;
  state(round: Round): Promise<ExecutionState>;
  /** `dead`: this token wakes nobody any more. */
  wake(token: string): Promise<'woken' | 'dead'>;
}

export interface OutgoingMail {
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** SES message tags, to find the row again when SES reports a send or a bounce. */
  readonly tags: Readonly<Record<string, string>>;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailSender {
  /** Returns the message id; throws `MailRefused` when the service refuses or cannot be reached. */
  send(mail: OutgoingMail): Promise<string>;
}

/** Wall clock of the machine, only for leases and for the moment a person or a schedule does something. */
export type WallClock = () => string;

export interface Log {
  info(message: string, fields: Record<string, unknown>): void;
  warn(message: string, fields: Record<string, unknown>): void;
}
