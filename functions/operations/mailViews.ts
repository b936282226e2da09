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
  /** `stopped`: mails do not reach anybody it is for. `planned`: a reminder that will go on `plannedOn` if nothing has happened by then. */
  readonly status: MailStatus;
  readonly plannedOn?: Day;
  readonly sentAt: string | null;
  /** Under which the mail service knows it. */
  readonly messageId: string | null;
  readonly attempts: number;
  readonly error: string | null;
  /** Of what has not been sent: those among its readers to whom nothing goes any more. */
  readonly stoppedTo?: readonly string[];
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

/** What will not leave, or not to everybody, because mails do not reach them; what was sent is as it was sent. */
export function withStopped(view: MailView, isStopped: (address: string) => boolean): MailView {
  const stoppedTo = view.sentAt ? [] : view.to.filter(isStopped);
  if (stoppedTo.length === 0) return view;
  return { ...view, stoppedTo, ...(stoppedTo.length === view.to.length && { status: 'stopped' }) };
}
