import { escapeHtml } from '../escapeHtml.ts';
import type { MailParts } from './layout.ts';
import { STYLE } from './layoutStyle.ts';

/** A mail as HTML: no image and nothing from elsewhere; sizes follow the reader's own, so 200 % fits a telephone. */
export function asHtml(subject: string, parts: readonly MailParts[], reference: string): string {
  const [first] = parts;
  return [
    `<!doctype html><html lang="${first?.words.lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title><style>${STYLE.sheet}</style></head>`,
    `<body class="page" style="${STYLE.page}">`,
    `<div style="${STYLE.preheader}">${escapeHtml(first?.preheader ?? '')}</div>`,
    `<main style="${STYLE.main}">`,
    parts.map((each) => sectionOf(each, reference)).join('\n<hr>\n'),
    '</main></body></html>',
  ].join('\n');
}

function sectionOf(parts: MailParts, reference: string): string {
  const { words, action, list, lead } = parts;
  const facts = parts.facts
    .map(
      ([label, value]) =>
        `<dt style="${STYLE.term}">${escapeHtml(label)}</dt><dd style="${STYLE.fact}">${linked(value)}</dd>`,
    )
    .join('');
  return [
    `<div lang="${words.lang}">`,
    `<h1 style="${STYLE.heading}">${escapeHtml(parts.heading)}</h1>`,
    ...parts.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    action ? actionOf(action, words.plainAddress) : '',
    facts ? `<dl style="${STYLE.facts}">${facts}</dl>` : '',
    list
      ? `<h2 style="${STYLE.title}">${escapeHtml(list.title)}</h2><ul>${list.items.map((item) => `<li>${linked(item)}</li>`).join('')}</ul>`
      : '',
    `<p>${withContacts(escapeHtml(words.questions(lead)), lead)}</p>`,
    `<hr><p class="small" style="${STYLE.small}">${escapeHtml(words.footer(lead))}<br>${escapeHtml(words.reference)}: ${escapeHtml(reference)}</p>`,
    '</div>',
  ].join('\n');
}

function actionOf({ label, url }: { label: string; url: string }, plainAddress: string): string {
  const address = escapeHtml(url);
  return [
    `<p><a class="action" href="${address}" style="${STYLE.action}">${escapeHtml(label)}</a></p>`,
    `<p class="small" style="${STYLE.small}">${escapeHtml(plainAddress)}<br>${address}</p>`,
  ].join('\n');
}

/** Makes addresses in text clickable, as most mail programs do with plain text. */
function linked(text: string): string {
  return escapeHtml(text).replace(
    /https?:\/\/[^\s<>"']+/g,
    (address) => `<a class="link" href="${address}" style="${STYLE.link}">${address}</a>`,
  );
}

function withContacts(escaped: string, { mail, phone }: MailParts['lead']): string {
  const anchor = (href: string, text: string) =>
    `<a class="link" href="${escapeHtml(href)}" style="${STYLE.link}">${text}</a>`;
  const mailed = replaceLast(escaped, escapeHtml(mail), (text) => anchor(`mailto:${mail}`, text));
  return phone
    ? mailed.replace(escapeHtml(phone), (text) => anchor(`tel:${phone.replace(/[^+0-9]/g, '')}`, text))
    : mailed;
}

/** The address stands last; a name may be written like one. */
function replaceLast(text: string, piece: string, by: (text: string) => string): string {
  const at = text.lastIndexOf(piece);
  return at < 0 ? text : `${text.slice(0, at)}${by(piece)}${text.slice(at + piece.length)}`;
}
