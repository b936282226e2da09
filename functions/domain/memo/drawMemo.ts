import { escapeHtml } from '../escapeHtml.ts';
import type { Memo, MemoLine } from './memo.ts';
import { memoParts } from './memoParts.ts';

interface Version {
  readonly version: number;
  readonly digest: string;
  readonly approvedBy?: string | undefined;
}

const STYLE =
  'body{font-family:system-ui,sans-serif;line-height:1.5;max-width:45rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}p{white-space:pre-line}';

/** The memo as a document by itself: printable, without anything of elsewhere, its headings in order. */
export function drawMemo(memo: Memo, { version, digest, approvedBy }: Version): string {
  const { title, facts, parts } = memoParts(memo, approvedBy);
  const drawn = parts.map(
    (part) =>
      `<h2>${escapeHtml(part.title)}</h2>\n${part.paragraphs.map(paragraph).join('\n')}${table(part.lines)}`,
  );
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(`${title}: ${memo.subject}`)}</title>
<style>${STYLE}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
${table(facts)}
${drawn.join('\n')}
${paragraph(`Versie ${version}, kenmerk ${digest}.`)}
</body></html>
`;
}

function paragraph(words: string): string {
  return `<p>${escapeHtml(words)}</p>`;
}

function table(lines: readonly MemoLine[]): string {
  if (lines.length === 0) return '';
  const rows = lines.map(
    ({ name, words }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(words)}</td></tr>`,
  );
  return `<table>\n${rows.join('\n')}\n</table>`;
}
