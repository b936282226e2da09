import type { Language } from '../../contacts/language.ts';
import type { Plan } from '../../plan/schema.ts';

/** What the layout itself says around every mail, in one language. */
export interface LayoutWords {
  /** Of the text, as BCP 47 writes it: what a screen reader pronounces it by. */
  readonly lang: Language;
  /** Before the reference of the mail. */
  readonly reference: string;
  /** Before the plain address of the main action, for whoever cannot press it. */
  readonly plainAddress: string;
  /** Whom to call or write. */
  readonly questions: (lead: Plan['lead']) => string;
  /** Who speaks, and that a person reads the answer. */
  readonly footer: (lead: Plan['lead']) => string;
}
