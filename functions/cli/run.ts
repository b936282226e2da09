import { userInfo } from 'node:os';
import { CommanderError } from 'commander';
import { Refusal } from '../domain/refusal.ts';
import { Unavailable } from '../domain/unavailable.ts';
import { buildProgram } from './program.ts';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Runs one command line. 0 done; 1 refused, with one line `CODE: sentence`, nothing changed; 2 wrong usage. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram(whoAmI(process.env)).parseAsync(argv, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    if (error instanceof Refusal) return refused(error.code, error.message);
    if (error instanceof Unavailable) return refused('UNAVAILABLE', error.message);
    if (error instanceof Error && error.name === 'UnreadableRow') return refused('UNREADABLE', error.message);
    throw error;
  }
}

function refused(code: string, sentence: string): number {
  process.stderr.write(`${code}: ${sentence.replace(/\s*\n\s*/g, ' ')}\n`);
  return REFUSED;
}

/** Who is written down as having done it. */
function whoAmI(environment: NodeJS.ProcessEnv): string {
  return environment.BESLUITKETEN_USER ?? userInfo().username;
}
