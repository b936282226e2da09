import { createHash } from 'node:crypto';

/** Of the source and of what it is about: messages that say the same of the same decision are one item. */
export function itemId(source: string, ...about: readonly string[]): string {
  return hash([source, ...about]).slice(0, 16);
}

/** Of a decision that answered 404 although nobody said that it was destroyed: that it is read later is not settled by it. */
export function notThereItemId(source: string, about: string): string {
  return itemId(source, about, 'not-there');
}

/** Stands for what a source calls a decision, of any length. */
export function aboutHash(about: string): string {
  return hash([about]).slice(0, 32);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
