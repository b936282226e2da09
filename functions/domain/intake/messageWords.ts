import type { SeenMessage } from './seenMessage.ts';

/** What became of a message, on screens and in lines alike. */
export const MESSAGE_WORD: Readonly<Record<SeenMessage['status'], string>> = {
  working: 'wordt verwerkt',
  recorded: 'vastgelegd',
  unchanged: 'stond al vast',
  proposed: 'wacht op bevestiging',
  triage: 'in triage',
  ignored: 'overgeslagen',
  held: 'bewaard (pauze)',
  failed: 'wordt opnieuw geprobeerd',
};
