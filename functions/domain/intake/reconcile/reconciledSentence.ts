import type { Source } from '../source.ts';
import { reconcilable } from './reconcilable.ts';

/** Whether what a source does not tell is looked for; of a council system all it has. */
export function reconciledSentence(source: Source): string {
  const lists = reconcilable(source);
  return 'why' in lists
    ? `Wat zij niet meldt, wordt niet nagelopen. ${lists.why}`
    : 'Wat zij niet meldt, wordt op werkdagen elk uur nagelopen.';
}
