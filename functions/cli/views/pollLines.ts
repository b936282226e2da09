import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { PollSummary } from '../../operations/intake/pollSummary.ts';

/** What one look at a source brought. */
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
      return [
        `Bron ${source} stuurt zelf berichten; wat zij niet meldt, wordt niet nagelopen. ${said ?? ''}`.trim(),
      ];
    case 'failed':
      return [`Bron ${source} is niet (helemaal) te lezen. ${said ?? ''}`.trim(), ...countLines(summary)];
    case 'read':
      return [
        `Bron ${source} is gelezen${from && until ? `, ${summary.queued === undefined ? 'vergaderingen' : 'besluiten'} van ${dutchDay(from)} tot en met ${dutchDay(until)}` : ''}.`,
        ...countLines(summary),
      ];
  }
}

function countLines(summary: PollSummary): string[] {
  const { source, decisions, proposed, queued, known, unmatched, skipped, undecided, items = [] } = summary;
  if (queued !== undefined)
    return [
      `${decisions} besluiten nagelopen: ${queued} nieuw in de wachtrij, ${known} al bekend, ${unmatched} ouder of overgeslagen.`,
      ...(skipped > 0 ? [`${skipped} zonder adres, en daarom niet te lezen.`] : []),
      ...(queued > 0 ? [`Bekijk wat ervan werd met: besluitketen sources show ${source}`] : []),
    ];
  return [
    `${decisions} besluiten gevonden: ${proposed} nieuw voorgelegd, ${known} al bekend, ${unmatched} over iets anders.`,
    `${undecided} agendapunten zonder uitkomst, ${skipped} onleesbaar en overgeslagen.`,
    ...items.map((item) => `  ${item}  bekijk het met: besluitketen triage list`),
  ];
}
