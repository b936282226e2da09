import { escapeHtml } from '../escapeHtml.ts';

/** What every mail is made of; text and HTML are drawn from the same parts, so they say the same. */
export interface MailParts {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Facts as label and value, e.g. "Reageren bij" and an address. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What happened earlier or is still open, as a list with a title. */
  readonly list?: { readonly title: string; readonly items: readonly string[] } | undefined;
  readonly footer: string;
  /** Stands for this very mail; a person who replies or reports a mistake can name it. */
  readonly reference: string;
}

export interface DrawnMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function drawMail(parts: MailParts): DrawnMail {
  return { subject: oneLine(parts.subject), text: asText(parts), html: asHtml(parts) };
}

function asText(parts: MailParts): string {
  const width = Math.max(0, ...parts.facts.map(([label]) => label.length));
  return [
    parts.heading,
    '',
    ...parts.paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...parts.facts.map(([label, value]) => `${`${label}:`.padEnd(width + 1)} ${value}`),
    ...(parts.facts.length > 0 ? [''] : []),
    ...(parts.list ? [`${parts.list.title}:`, ...parts.list.items.map((item) => `- ${item}`), ''] : []),
    '--',
    parts.footer,
    `Berichtkenmerk: ${parts.reference}`,
    '',
  ].join('\n');
}

function asHtml(parts: MailParts): string {
  const facts = parts.facts
    .map(
      ([label, value]) =>
        `<tr><th align="left" style="padding:2px 16px 2px 0;vertical-align:top">${escapeHtml(label)}</th><td style="padding:2px 0">${withAnchors(escapeHtml(value))}</td></tr>`,
    )
    .join('');
  const list = parts.list
    ? `<h2 style="font-size:16px">${escapeHtml(parts.list.title)}</h2><ul>${parts.list.items.map((item) => `<li>${withAnchors(escapeHtml(item))}</li>`).join('')}</ul>`
    : '';
  return [
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(oneLine(parts.subject))}</title></head>`,
    '<body style="font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;max-width:40em;margin:0 auto;padding:16px">',
    `<h1 style="font-size:20px">${escapeHtml(parts.heading)}</h1>`,
    ...parts.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    facts ? `<table role="presentation" cellspacing="0">${facts}</table>` : '',
    list,
    `<hr><p style="font-size:14px">${escapeHtml(parts.footer)}<br>Berichtkenmerk: ${escapeHtml(parts.reference)}</p></body></html>`,
  ].join('\n');
}

/** Makes addresses in text that is escaped already clickable, as most mail programs do with plain text. */
function withAnchors(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<>"']+/g, (address) => `<a href="${address}">${address}</a>`);
}

/** A header is one line: what a person typed must not add headers of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
