import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { PollSummary } from '../../operations/intake/pollSource.ts';

/** What one look at a council system brought. */
export function pollLines(summary: PollSummary): string[] {
  const { source, result, from, until, said } = summary;
  switch (result) {
    case 'paused':
      return [
        `Bron ${source} is gepauzeerd; laat haar weer werken met: besluitketen sources resume ${source}.`,
      ];
    case 'busy':
      return [`Bron ${source} wordt op dit moment al gelezen; vraag het straks opnieuw.`];
    case 'waiting':
      return [`Bron ${source} wordt nog even met rust gelaten. ${said ?? ''}`.trim()];
    case 'not-polled':
      return [`Bron ${source} stuurt zelf berichten en hoeft niet te worden bevraagd.`];
    case 'failed':
      return [`Bron ${source} is niet (helemaal) te lezen. ${said ?? ''}`.trim(), ...countLines(summary)];
    case 'read':
      return [
        `Bron ${source} is gelezen${from && until ? `, vergaderingen van ${dutchDay(from)} tot en met ${dutchDay(until)}` : ''}.`,
        ...countLines(summary),
      ];
  }
}

function countLines(summary: PollSummary): string[] {
  const { decisions, proposed, known, unmatched, skipped, undecided, items = [] } = summary;
  return [
    `${decisions} besluiten gevonden: ${proposed} nieuw voorgelegd, ${known} al bekend, ${unmatched} over iets anders.`,
    `${undecided} agendapunten zonder uitkomst, ${skipped} onleesbaar en overgeslagen.`,
    ...items.map((item) => `  ${item}  bekijk het met: besluitketen triage list`),
  ];
}
