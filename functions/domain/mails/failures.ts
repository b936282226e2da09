import type { DecisionRequest, MailState, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';

/** The mails of a round that could not be sent, each as "subject: sentence with the reason". */
export function mailFailures(round: Round, requests: readonly DecisionRequest[]): string[] {
  const id = formatRoundId(round);
  return [
    ...failuresOf(id, round.mails),
    ...requests.flatMap((request) => failuresOf(`${id} ${request.body}`, request.mails)),
  ];
}

function failuresOf(subject: string, mails: Readonly<Record<string, MailState>>): string[] {
  return Object.entries(mails)
    .filter(([, state]) => !state.sentAt && state.error)
    .map(
      ([key, state]) =>
        `${subject} ${key}: bericht niet verzonden na ${state.attempts} keer proberen (${state.error}). Controleer het adres; het wordt elke dag opnieuw geprobeerd.`,
    );
}
