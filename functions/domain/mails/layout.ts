import type { Plan } from '../plan/schema.ts';
import type { LayoutWords } from './catalogue/layoutWords.ts';
import { asHtml } from './layoutHtml.ts';
import { asText } from './layoutText.ts';

/** What every mail is made of, in one language; text and HTML are drawn from the same parts, so they say the same. */
export interface MailParts {
  readonly words: LayoutWords;
  readonly subject: string;
  /** What a list of mails shows behind the subject: what is wanted, and by when. */
  readonly preheader: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do with this mail, where there is one. */
  readonly action?: { readonly label: string; readonly url: string } | undefined;
  /** Facts as label and value, e.g. "Uiterlijk" and a day. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What happened earlier or is still open, as a list with a title. */
  readonly list?: { readonly title: string; readonly items: readonly string[] } | undefined;
  /** Who is called with questions, and reads the answers. */
  readonly lead: Plan['lead'];
}

export interface DrawnMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * `reference` stands for this very mail; a person who replies or reports a mistake can name it. Of readers who read
 * different languages each finds theirs in the one message, one below the other; the subject is in the first.
 */
export function drawMail(reference: string, ...parts: readonly [MailParts, ...MailParts[]]): DrawnMail {
  const subject = oneLine(parts[0].subject);
  return {
    subject,
    text: parts.map((each) => asText(each, reference)).join('\n\n'),
    html: asHtml(subject, parts, reference),
  };
}

/** A header is one line: what a person typed must not add headers of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
