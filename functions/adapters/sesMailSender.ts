import { SESClient, type SESClientConfig, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { MailRefused } from '../domain/unavailable.ts';
import type { MailSender } from '../operations/ports.ts';

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
    send: async ({ to, replyTo, subject, text, html, tags }) => {
      const ids: string[] = [];
      for (let first = 0; first < to.length; first += MOST_RECIPIENTS) {
        const last = first + MOST_RECIPIENTS >= to.length;
        try {
          const { MessageId } = await client.send(
            new SendEmailCommand({
              Source: from,
              Destination: { ToAddresses: to.slice(first, first + MOST_RECIPIENTS) },
              ReplyToAddresses: [replyTo],
              Message: {
                Subject: { Charset: 'UTF-8', Data: subject },
                Body: { Text: { Charset: 'UTF-8', Data: text }, Html: { Charset: 'UTF-8', Data: html } },
              },
              // Only the last one leads back to the row: the mail counts as sent when all of it was.
              Tags: Object.entries(tags)
                .filter(([name]) => last || name !== 'row')
                .map(([Name, Value]) => ({ Name, Value })),
              ...(configurationSet && { ConfigurationSetName: configurationSet }),
            }),
          );
          ids.push(MessageId ?? '');
        } catch (error) {
          const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
          throw new MailRefused(reason, error, isCertainlyUnsent(error));
        }
      }
      return ids.join(',');
    },
  };
}

/** A refusal (4xx: rejected, throttled, paused) left nothing behind; a time-out or a 5xx may have. */
function isCertainlyUnsent(error: unknown): boolean {
  return error instanceof SESServiceException && error.$fault === 'client';
}
