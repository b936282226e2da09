import type { Place } from '../../domain/intake/candidate.ts';
import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import type { Report } from '../../domain/intake/report.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';

/** As `RecordStore`: reads are consistent, `false` says that a condition did not hold and nothing was written. */
export interface SourceStore {
  source(name: string): Promise<Source | undefined>;
  /** By name. */
  sources(): Promise<Source[]>;
  /** False when there is one of this name already. */
  addSource(source: Source): Promise<boolean>;
  /** Only while it is as it was seen (`lastWrite`). */
  writeSource(source: Source, seen: Source): Promise<boolean>;
  removeSource(name: string): Promise<boolean>;
}

/** What became of messages: kept 30 days, docs/data-model.md. */
export interface MessageStore {
  /**
   * Takes a message in hand until `workedUntil`; a message that was finished or is being worked on counts one repeat
   * and gives `false`, one whose worker died (`workedUntil` is past), that was held or that failed is taken again.
   */
  claimMessage(message: SeenMessage, now: string): Promise<boolean>;
  /** To tell, after `false`, one that was finished from one that somebody is working on. */
  message(source: string, messageKey: string): Promise<SeenMessage | undefined>;
  /** Only while it is being worked on. One that is held does not expire. */
  finishMessage(
    message: Pick<SeenMessage, 'source' | 'messageKey' | 'receivedAt'>,
    end: Pick<SeenMessage, 'status' | 'said'> & Partial<Pick<SeenMessage, 'item' | 'held'>>,
  ): Promise<boolean>;
  /** The newest first, at most `most`. */
  lastMessages(source: string, most: number): Promise<SeenMessage[]>;
  /** From the sparse index, oldest first. */
  heldMessages(source: string): Promise<SeenMessage[]>;
}

/** What became of each decision of a source (domain/intake/report.ts). */
export interface ReportStore {
  report(source: string, about: string): Promise<Report | undefined>;
  /** False when it is bound already: read where, and go on there. */
  bindReport(source: string, about: string, place: Place): Promise<boolean>;
  /** The last item it led to. */
  noteItem(source: string, about: string, item: string): Promise<void>;
}

export interface ItemStore {
  /** False when it is there already, open or closed. */
  putItem(item: IncomingItem): Promise<boolean>;
  item(id: string): Promise<IncomingItem | undefined>;
  /** From the sparse index, oldest first. */
  openItems(): Promise<IncomingItem[]>;
  /** What became of it, with its audit entry; only while its status is as it was seen. Mails on it are left alone. */
  writeItem(item: IncomingItem, seen: IncomingItem, audit?: AuditEntry): Promise<boolean>;
}

/** The secrets of a source, in AWS Systems Manager (SecureString): never in the table, a log or a template. */
export interface SourceSecret {
  /** What it authenticates with; the first counts, an earlier one until its time is over (rotation without downtime). */
  readonly accepted: readonly { readonly value: string; readonly until?: string | undefined }[];
  /** With which we ask it for its resources (ZGW JWT). */
  readonly client?: { readonly id: string; readonly secret: string } | undefined;
}

export interface SourceSecrets {
  /** Undefined when there are none. Kept for a minute at most, or for `oldest` milliseconds if that is less. */
  read(source: string, oldest?: number): Promise<SourceSecret | undefined>;
  write(source: string, secret: SourceSecret): Promise<void>;
  remove(source: string): Promise<void>;
}

/** Tells the queue when a message that could not be worked out comes back. */
export interface MessageDelay {
  /** At best: what fails here comes back when the queue's own visibility timeout is over. */
  comeBackIn(receipt: string, seconds: number): Promise<void>;
}

export interface MessageQueue {
  /** Resolves when the queue has it (acknowledged means durable, invariant 11). */
  send(message: QueuedMessage): Promise<void>;
}

export interface RateLimit {
  /** Counts one message of a source in the minute of `at`; false when there were `most` already. */
  take(source: string, most: number, at: string): Promise<boolean>;
}

export interface SignatureCheck {
  /** Standard Webhooks 1.0: over id, timestamp and the raw body, at most five minutes off, either way. */
  holds(secret: string, headers: Readonly<Record<string, string>>, bytes: Uint8Array): boolean;
}

export interface ProbeSender {
  /** Sends what tests an address; the status it answers with, and what a problem says. Throws `Unavailable`. */
  send(
    address: string,
    speaks: QueuedMessage['speaks'],
    secret: string,
  ): Promise<{ readonly status: number; readonly detail?: string | undefined }>;
}

export interface DeadLetter {
  readonly id: string;
  readonly receivedAt: string;
  /** Absent when it is not one of ours. */
  readonly message?: QueuedMessage | undefined;
  readonly times: number;
}

export interface DeadLetters {
  /** A look without taking them out. */
  look(most: number): Promise<DeadLetter[]>;
  /** About how many there are, also those that a look hides for some seconds. */
  count(): Promise<number>;
  /** Back to the queue, all of them; how many. */
  redrive(): Promise<number>;
}

/** A resource behind an address that a message named. */
export type Fetched =
  | { readonly kind: 'found'; readonly json: unknown }
  | { readonly kind: 'gone' }
  /** Not allowed to be asked: another origin, not https, a redirect, too large, no JSON. A person must look. */
  | { readonly kind: 'refused'; readonly why: string };

export interface ResourceReader {
  /** Throws `Unavailable` when asking again later may help: time-out, 5xx, 429; of 401 and 403 `Forbidden`. */
  read(url: string, source: Source): Promise<Fetched>;
}
