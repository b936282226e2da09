/** The beginning of a sentence about so many messages. */
export function messagesAre(count: number): string {
  return count === 1 ? 'Eén bericht wordt' : `${count} berichten worden`;
}
