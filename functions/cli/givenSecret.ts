import { readFileSync } from 'node:fs';
import { Refusal } from '../domain/refusal.ts';

const STANDARD_INPUT = 0;

export type GivenSecrets = (given: string) => string;

/**
 * Secrets as they were given, or with `-` a line of standard input, the first `-` the first line: then they are in no
 * list of processes and in no history of a shell. Refuses SOURCE_INVALID when there is none.
 */
export function givenSecrets(read = () => readFileSync(STANDARD_INPUT, 'utf8')): GivenSecrets {
  let lines: string[] | undefined;
  return (given) => {
    if (given === '-') lines ??= read().split(/\r?\n/);
    const secret = given === '-' ? (lines?.shift() ?? '') : given;
    if (secret.trim() !== '') return secret;
    throw new Refusal(
      'SOURCE_INVALID',
      'Het geheim is leeg; geef het op, of lees het met - van standard input.',
    );
  };
}
