import { LANGUAGES } from '../contacts/language.ts';
import { catalogueOf } from './catalogue/catalogueOf.ts';

const LABELS = LANGUAGES.map((language) => catalogueOf(language).layout.reference).join('|');
const LINE = new RegExp(`^(?:${LABELS}): (.+)$`, 'm');

/** The reference that stands in the text of a mail, in whatever language; '' where there is none. */
export function referenceIn(text: string): string {
  return LINE.exec(text)?.[1] ?? '';
}
