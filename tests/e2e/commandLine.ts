import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from '../../functions/cli/run.ts';
import { childEnvironment } from '../../infra/local/awsEnvironment.ts';
import { endpoint } from './deployed.ts';

const repository = join(import.meta.dirname, '..', '..');
const executable = join(repository, 'functions', 'cli', 'besluitketen.mjs');

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command line in a process of its own, as a person runs it from the repository's root. */
export async function besluitketen(
  args: readonly string[],
  at = endpoint,
  input?: string,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [executable, ...args], {
    cwd: repository,
    env: childEnvironment(at),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { exitCode, stdout: await stdout, stderr: await stderr };
}

/**
 * The same command line inside this process, which saves the second a process takes to start: for rules of which
 * there are many. One at a time, since it listens to this process's own output.
 */
export async function besluitketenHere(args: readonly string[]): Promise<CommandResult> {
  const stdout = listenTo(process.stdout);
  const stderr = listenTo(process.stderr);
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  try {
    const exitCode = await run(args);
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    vi.unstubAllEnvs();
    stdout.stop();
    stderr.stop();
  }
}

function listenTo(stream: NodeJS.WriteStream): { text(): string; stop(): void } {
  let text = '';
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    text += chunk.toString();
    return true;
  });
  return { text: () => text, stop: () => spy.mockRestore() };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += chunk;
  return text;
}
