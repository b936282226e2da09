import { LANGUAGES, type Language } from '../../contacts/language.ts';
import { en } from './en/en.ts';
import { fy } from './fy/fy.ts';
import type { MailCatalogue } from './mailCatalogue.ts';
import { nl } from './nl/nl.ts';

const CATALOGUES: Readonly<Record<Language, MailCatalogue>> = { nl, fy, en };

export function catalogueOf(language: Language): MailCatalogue {
  return CATALOGUES[language];
}

/** The languages of several readers, each once and always in the same order; nobody said one: Dutch. */
export function languagesOf(
  people: readonly { readonly language?: Language | undefined }[],
): readonly [Language, ...Language[]] {
  const [first = 'nl', ...others] = LANGUAGES.filter((language) =>
    people.some((person) => (person.language ?? 'nl') === language),
  );
  return [first, ...others];
}
