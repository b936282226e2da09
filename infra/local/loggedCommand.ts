import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Environment } from './awsEnvironment.ts';

export interface LoggedCommand {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Environment | NodeJS.ProcessEnv;
  /** Raw output is appended here. */
  logFile: string;
  signal?: AbortSignal | undefined;
}

export interface CommandResult {
  /** Null when the command could not be started or was stopped by a signal. */
  exitCode: number | null;
  /** The last lines of what it printed. */
  lastLines: string;
}

const shownLines = 15;

/** Runs a command with its output in a log file. Never rejects: a failure is in the result. */
export async function runLogged(given: LoggedCommand): Promise<CommandResult> {
  const log = createWriteStream(given.logFile, { flags: 'a' });
  log.write(`$ ${[given.command, ...given.args].join(' ')}\n`);
  let tail = '';
  const keep = (text: string | Buffer): void => {
    log.write(text);
    tail = (tail + text.toString()).slice(-8000);
  };
  const child = spawn(given.command, given.args, {
    cwd: given.cwd,
    env: given.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(given.signal ? { signal: given.signal } : {}),
  });
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      resolve(null);
    });
    child.once('close', (code) => resolve(code));
  });
  log.end();
  await once(log, 'close');
  return { exitCode, lastLines: tail.trimEnd().split('\n').slice(-shownLines).join('\n') };
}
