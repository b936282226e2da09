/** What mails are written in: Dutch, or Frisian or English for a contact who has it so. In the order of a mail in several. */
export const LANGUAGES = ['nl', 'fy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** In Dutch, as the administrator reads it. */
export const LANGUAGE_WORD: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fy: 'Fries',
  en: 'Engels',
};
