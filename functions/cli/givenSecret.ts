import { readFileSync } from 'node:fs';
import { Refusal } from '../domain/refusal.ts';

const STANDARD_INPUT = 0;

/** A secret as it was given, or with `-` the first line of standard input: then it is in no list of processes. */
export function givenSecret(given: string): string {
  const secret = given === '-' ? (readFileSync(STANDARD_INPUT, 'utf8').split(/\r?\n/, 1)[0] ?? '') : given;
  if (secret.trim() === '')
    throw new Refusal(
      'SOURCE_INVALID',
      'Het geheim is leeg; geef het op, of lees het met - van standard input.',
    );
  return secret;
}
