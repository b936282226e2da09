import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a command to its end and returns its standard output; fails with its last lines. */
export async function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(command, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${code}:\n${`${output}\n${errors}`.slice(-2000)}`,
    );
  return output;
}

export async function secondsOf<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { seconds: Math.round((performance.now() - began) / 100) / 10, result };
}
