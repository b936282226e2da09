import { dayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import { ROUND_STATUS_WORD, VERDICT_WORD } from '../dutch.ts';
import { escapeHtml } from '../escapeHtml.ts';
import { answerWords } from './decisionsFile.ts';
import type { Dossier, DossierFile, DossierRound } from './dossier.ts';

/** What a person opens first: what this is, what was decided, and what every file holds. No style or script of elsewhere. */
export function indexPage(dossier: Dossier, files: readonly DossierFile[]): string {
  const { title, round, lead, madeAt, withoutPeople, rounds } = dossier;
  const heading = round ? `${title}, ronde ${round}` : title;
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Dossier ${escapeHtml(heading)}</title>
<style>body{font-family:system-ui,sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}</style></head>
<body>
<h1>Dossier ${escapeHtml(heading)}</h1>
<p>Gemaakt op ${dutchDay(dayOf(madeAt))} uit Besluitketen.${withoutPeople ? ' Zonder namen van personen, adressen en berichten.' : ` Projectleiding: ${escapeHtml(lead)}.`}</p>
<h2>Besluiten</h2>
${rounds.length > 0 ? rounds.map(roundPart).join('\n') : '<p>Er is nog geen ronde begonnen.</p>'}
<h2>Bestanden</h2>
<table><thead><tr><th scope="col">Bestand</th><th scope="col">Wat het is</th></tr></thead><tbody>
${files.map(({ path, what }) => `<tr><td><a href="${escapeHtml(path)}">${escapeHtml(path)}</a></td><td>${escapeHtml(what)}</td></tr>`).join('\n')}
</tbody></table>
<p>Of een bestand ongewijzigd is, is na te gaan met de SHA-256 in controlegetallen.txt (<code>sha256sum -c controlegetallen.txt</code>).</p>
</body></html>
`;
}

function roundPart({ id, title, status, verdict, answers }: DossierRound): string {
  const stand = `${ROUND_STATUS_WORD[status]}${verdict ? `, ${VERDICT_WORD[verdict]}` : ''}`;
  return `<h3>${escapeHtml(title)} (${escapeHtml(id)}): ${escapeHtml(stand)}</h3>
<table><thead><tr><th scope="col">Orgaan</th><th scope="col">Antwoord</th><th scope="col">Datum</th><th scope="col">Kenmerk</th><th scope="col">Toelichting</th></tr></thead><tbody>
${answers
  .map(
    (answer) =>
      `<tr><th scope="row">${escapeHtml(answer.name)}</th><td>${escapeHtml(answerWords(answer))}</td><td>${answer.decidedOn ? dutchDay(answer.decidedOn) : ''}</td><td>${escapeHtml(answer.reference ?? '')}</td><td>${escapeHtml(answer.note ?? '')}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`;
}
