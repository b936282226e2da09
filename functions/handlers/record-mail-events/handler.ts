import { mailEventSchema } from '../../domain/mails/mailEvent.ts';
import { readMailRows } from '../../operations/mailTags.ts';
import { markAddresses } from '../../operations/markAddresses.ts';
import { markSent } from '../../operations/markSent.ts';
import type { Log, RecordStore } from '../../operations/ports.ts';

/** SES puts it on every message (SES Developer Guide, "Contents of event data"). */
const CONFIGURATION_SET_TAG = 'ses:configuration-set';

interface Dependencies {
  readonly store: RecordStore;
  readonly log: Log;
  /** Through which this stage sends. */
  readonly configurationSet?: string | undefined;
}

/**
 * What SES says of a message. It took it: when the function that sent it died before its mark, this marks it, so that the
 * lapsed claim is not taken for an unsent mail. It bounced, or its reader complained: the address is marked, and the
 * stream of that row does what follows.
 */
export function createHandler({ store, log, configurationSet }: Dependencies) {
  return async (event: unknown): Promise<{ readonly marked: boolean }> => {
    const { mail, ...reported } = mailEventSchema.parse(event).detail;
    // Another system's mail in the same account says nothing of ours.
    if (!mail.tags.reason) return { marked: false };
    // Nor does that of another stage, with the same trajectories: the bus is of the whole account.
    const [sentThrough = configurationSet] = mail.tags[CONFIGURATION_SET_TAG] ?? [];
    if (sentThrough !== configurationSet) return { marked: false };
    if (reported.bounce || reported.complaint) {
      const marks = await markAddresses(store, reported, mail.messageId);
      if (marks > 0) log.warn('addresses were marked that mails do not reach', { marks });
      return { marked: marks > 0 };
    }
    const sentAt = new Date(mail.timestamp).toISOString();
    let marked = false;
    for (const { owner, key } of readMailRows(mail.tags)) {
      if (!(await markSent(store, owner, key, mail.messageId, sentAt))) continue;
      marked = true;
      log.info('a sent mail was marked by its event', { trajectory: owner.trajectory, key });
    }
    return { marked };
  };
}
