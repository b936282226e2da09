import type { ChangeWords } from './changeWords.ts';
import type { FactLabels, FieldWords } from './fieldWords.ts';
import type { LayoutWords } from './layoutWords.ts';
import type { MemoWords } from './memoWords.ts';
import type { PersonalWords } from './personalWords.ts';
import type { RoundWords } from './roundWords.ts';
import type { StatementWords } from './statementWords.ts';

/**
 * Every text that mails are made of, in one language; a key or a parameter that is missing does not compile. What
 * people typed, names, titles and the sentences of the planning stay in the language they were written in.
 */
export interface MailCatalogue {
  readonly layout: LayoutWords;
  readonly field: FieldWords;
  readonly labels: FactLabels;
  readonly round: RoundWords;
  readonly personal: PersonalWords;
  readonly changes: ChangeWords;
  readonly statement: StatementWords;
  readonly memo: MemoWords;
}
