import type { Day } from '../domain/calendar/days.ts';
import { linkUrl } from '../domain/links/link.ts';
import type { ComposedMail } from '../domain/mails/compose.ts';
import type { MailStatus } from '../domain/mails/mailWords.ts';
import type { MailState } from '../domain/round/round.ts';
import type { Trajectory } from '../domain/trajectory.ts';

/** A mail that was sent or will be; drawn from the rows, to the contacts and with the dates as they are now. */
export interface MailView extends ComposedMail {
  /** The "Berichtkenmerk" that stands in the mail itself. */
  readonly reference: string;
  readonly kind: string;
  /** `planned`: a reminder that will go on `plannedOn` if nothing has happened by then. */
  readonly status: MailStatus;
  readonly plannedOn?: Day;
  readonly sentAt: string | null;
  /** Under which the mail service knows it. */
  readonly messageId: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

/** Stands for a personal link in what is only looked at: looking makes none, and the real one is in the message alone. */
export function linkInMail({ portalUrl }: { readonly portalUrl?: string | undefined }): string | undefined {
  return portalUrl && linkUrl(portalUrl, '(persoonlijke link, alleen in het bericht zelf)');
}

/** What became of a mail so far. */
export function standOf(
  { mailsPausedAt }: Trajectory,
  state: MailState | undefined,
): Pick<MailView, 'status' | 'sentAt' | 'messageId' | 'attempts' | 'error'> {
  const unsent = mailsPausedAt ? 'paused' : state?.error ? 'failed' : 'to-send';
  return {
    status: state?.sentAt ? 'sent' : unsent,
    sentAt: state?.sentAt ?? null,
    messageId: state?.sentAt ? (state.messageId ?? null) : null,
    attempts: state?.attempts ?? 0,
    error: state?.sentAt ? null : (state?.error ?? null),
  };
}
