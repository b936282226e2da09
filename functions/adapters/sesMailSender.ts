import {
  SESClient,
  type SESClientConfig,
  SESServiceException,
  SendEmailCommand,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { MailRefused } from '../domain/unavailable.ts';
import type { MailSender, OutgoingMail } from '../operations/ports.ts';
import { rawMail } from './rawMail.ts';

/** SES takes at most 50 recipients a message (SES quotas); a plan with more bodies is told in several. */
const MOST_RECIPIENTS = 50;

/**
 * A message takes SES less than a second. A call that hangs ends after 13 s, and the mail with it, well
 * before its function does (60 s for the shortest that sends): what is in doubt is then written down.
 */
export const SEND_TIMEOUTS = { connectionTimeout: 3_000, requestTimeout: 10_000 } as const;

/**
 * Sends through Amazon SES, without retries of the SDK: after a time-out nobody knows whether SES took the
 * message, and sending it again at once would be a double. `from` is a verified identity.
 */
export function createSesMailSender(
  from: string,
  configurationSet: string | undefined,
  config: SESClientConfig = {},
  timeouts: { readonly connectionTimeout: number; readonly requestTimeout: number } = SEND_TIMEOUTS,
): MailSender {
  const client = new SESClient({
    maxAttempts: 1,
    requestHandler: { ...timeouts, throwOnRequestTimeout: true },
    ...config,
  });
  return {
    send: async (mail) => {
      const { to } = mail;
      const ids: string[] = [];
      for (let first = 0; first < to.length; first += MOST_RECIPIENTS) {
        const last = first + MOST_RECIPIENTS >= to.length;
        const some = to.slice(first, first + MOST_RECIPIENTS);
        // Only the last one leads back to the rows: the mail counts as sent when all of it was.
        const tags = Object.entries(mail.tags)
          .filter(([name]) => last || !name.startsWith('row'))
          .map(([Name, Value]) => ({ Name, Value }));
        const common = { Source: from, Tags: tags, ConfigurationSetName: configurationSet };
        ids.push(await sendTo(some, mail, common));
      }
      return ids.join(',');
    },
  };

  async function sendTo(to: readonly string[], mail: OutgoingMail, common: CommonInput): Promise<string> {
    try {
      const raw = mail.attachments?.length ? await rawMail(from, to, mail) : undefined;
      const { MessageId } = raw
        ? await client.send(
            new SendRawEmailCommand({ ...common, Destinations: [...to], RawMessage: { Data: raw } }),
          )
        : await client.send(new SendEmailCommand({ ...common, ...simpleMail(to, mail) }));
      return MessageId ?? '';
    } catch (error) {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new MailRefused(reason, error, isCertainlyUnsent(error));
    }
  }
}

interface CommonInput {
  readonly Source: string;
  readonly Tags: { Name: string; Value: string }[];
  readonly ConfigurationSetName: string | undefined;
}

function simpleMail(to: readonly string[], { replyTo, subject, text, html }: OutgoingMail) {
  const utf8 = (Data: string) => ({ Charset: 'UTF-8', Data });
  return {
    Destination: { ToAddresses: [...to] },
    ReplyToAddresses: [replyTo],
    Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
  };
}

/** A refusal (4xx: rejected, throttled, paused) left nothing behind; a time-out or a 5xx may have. */
function isCertainlyUnsent(error: unknown): boolean {
  return error instanceof SESServiceException && error.$fault === 'client';
}
