import { dutchDay } from '../calendar/dutchDay.ts';
import { escapeHtml } from '../escapeHtml.ts';
import type { Memo, MemoLine } from './memo.ts';

interface Version {
  readonly version: number;
  readonly digest: string;
  readonly approvedBy?: string | undefined;
}

const STYLE =
  'body{font-family:system-ui,sans-serif;line-height:1.5;max-width:45rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}.text{white-space:pre-line}';

/** The memo as a document by itself: printable, without anything of elsewhere, its headings in order. */
export function drawMemo(memo: Memo, { version, digest, approvedBy }: Version): string {
  const { subject, trajectory, day, councils, proposal, revision, standing, contact } = memo;
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Raadsinformatiebrief: ${escapeHtml(subject)}</title>
<style>${STYLE}</style></head>
<body>
<h1>Raadsinformatiebrief</h1>
<table>
${factRow('Aan', councils.join(', '))}
${factRow('Onderwerp', subject)}
${factRow('Traject', trajectory)}
${factRow('Datum', dutchDay(day))}
${factRow('Stand', approvedBy ? `vastgesteld door ${approvedBy}` : 'CONCEPT, nog niet vastgesteld')}
</table>
<h2>Wat is voorgesteld</h2>
<p class="text">${escapeHtml(proposal ?? 'Het plan geeft hier geen tekst bij.')}</p>
${revision ? `<p class="text">Wat er herzien is: ${escapeHtml(revision)}</p>` : ''}
<p>${escapeHtml(standing)}</p>
${part('Wat de colleges hebben geantwoord', memo.colleges)}
${part('Advies en kennisname', memo.others)}
${part('De raden', memo.ofCouncils)}
${part('Wat volgt, en wanneer', memo.next)}
${part('Geld', memo.money)}
<h2>Contact</h2>
<p>${escapeHtml(contact.name)}, ${escapeHtml(contact.mail)}</p>
<p>Versie ${version}, kenmerk ${escapeHtml(digest)}.</p>
</body></html>
`;
}

function factRow(name: string, words: string): string {
  return `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(words)}</td></tr>`;
}

/** Nothing where there is nothing to tell. */
function part(title: string, lines: readonly MemoLine[]): string {
  if (lines.length === 0) return '';
  return `<h2>${escapeHtml(title)}</h2>
<table>
${lines.map(({ name, words }) => factRow(name, words)).join('\n')}
</table>`;
}
