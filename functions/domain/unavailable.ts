/** Something outside did not answer (table, queue, mail, Step Functions); trying again later may help. */
export class Unavailable extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} is nu niet bereikbaar: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'Unavailable';
  }
}

/** It answers, and will not have us (401, 403): for now, as after a rotated secret, or for good. */
export class Forbidden extends Unavailable {
  constructor(
    what: string,
    readonly status: number,
  ) {
    super(what, new Error(`status ${status}`));
  }
}

/** The mail service refused this message or could not be reached; the reason is kept on the record. */
export class MailRefused extends Error {
  constructor(
    reason: string,
    cause: unknown,
    /** False after a time-out: the message may have left all the same. */
    readonly certainlyUnsent: boolean,
  ) {
    super(reason, { cause });
    this.name = 'MailRefused';
  }
}

/** Others write the same rows at this moment, and kept being first: nothing is wrong, and trying again will help. */
export class Contended extends Unavailable {}
