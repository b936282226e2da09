import type { Day } from '../calendar/days.ts';
import { isReminder } from '../reminders/rungs.ts';
import type { DecisionRequest, MailState, Round } from '../round/round.ts';
import { isTermOver } from '../round/silenceTerm.ts';
import { formatRoundId } from '../roundId.ts';
import { isAskedKey } from './askedPeople.ts';

/**
 * The mails of a round that could not be sent, each as "subject: sentence with the reason". Not its reminders: they
 * are overtaken by later ones (`failedReminders`).
 */
export function mailFailures(round: Round, requests: readonly DecisionRequest[]): string[] {
  const id = formatRoundId(round);
  return [
    ...failuresOf(id, round.mails),
    ...requests.flatMap(({ body, mails }) => failuresOf(`${id} ${body}`, mails)),
  ];
}

/**
 * Requests that nobody could refuse because they never left (mails are paused, nothing goes to that address any more, or their sender broke off), of
 * bodies that would have been silent by now: they are waited for, and a person must know. "subject: sentence".
 */
export function withheldRequests(round: Round, requests: readonly DecisionRequest[], day: Day): string[] {
  return requests
    .filter((request) => round.status === 'open' && isTermOver(request, day))
    .filter(
      ({ mails }) =>
        !mails.asked?.sentAt && !Object.keys(mails).some((key) => isAskedKey(key) && mails[key]?.error),
    )
    .map(
      ({ body }) =>
        `${formatRoundId(round)} ${body} asked: het verzoek is nog niet verzonden, dus telt stilte nog niet als kennisnemen. Laat tegengehouden berichten gaan met: besluitketen mail resume ${round.trajectory}; komen berichten daar niet aan, kijk dan met: besluitketen mail addresses.`,
    );
}

function failuresOf(subject: string, mails: Readonly<Record<string, MailState>>): string[] {
  return (
    Object.entries(mails)
      // Once everybody has been told, an address that was left out since is nobody's any more.
      .filter(([key]) => !(isAskedKey(key) && mails.asked?.sentAt))
      .filter(([key, state]) => !isReminder(key) && !state.sentAt && state.error)
      .map(
        ([key, { attempts, error }]) =>
          `${subject} ${key}: bericht niet verzonden na ${attempts} keer proberen (${error}). Controleer het adres; het wordt elke dag opnieuw geprobeerd.`,
      )
  );
}
