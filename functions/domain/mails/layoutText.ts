import type { MailParts } from './layout.ts';

/** A mail as plain text. The main action has its address on a line of its own, so that every program links it. */
export function asText(parts: MailParts, reference: string): string {
  const { words, action, facts, list, lead } = parts;
  const width = Math.max(0, ...facts.map(([label]) => label.length));
  return [
    parts.heading,
    '',
    ...parts.paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...(action ? [`${action.label}:`, action.url, ''] : []),
    ...facts.map(([label, value]) => `${`${label}:`.padEnd(width + 1)} ${value}`),
    ...(facts.length > 0 ? [''] : []),
    ...(list ? [`${list.title}:`, ...list.items.map((item) => `- ${item}`), ''] : []),
    words.questions(lead),
    '',
    '--',
    words.footer(lead),
    `${words.reference}: ${reference}`,
    '',
  ].join('\n');
}
