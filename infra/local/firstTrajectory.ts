import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Environment } from './awsEnvironment.ts';
import { LocalCloudError } from './localCloudError.ts';
import { repository } from './paths.ts';

const command = ['functions/cli/besluitketen.mjs', 'start', 'workflows/plans/visietraject.yaml'];

/**
 * Starts the visietraject from its plan file, which changes nothing when it was started before. Returns the lines to
 * print. Throws TRAJECTORY_NOT_STARTED.
 */
export async function startFirstTrajectory(environment: Environment): Promise<string[]> {
  const child = spawn(process.execPath, command, {
    cwd: repository,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  // A plan that was edited since: what runs goes on with the plan it was started with.
  if (errors.startsWith('ALREADY_STARTED')) return [errors.trim()];
  if (exitCode !== 0) {
    throw new LocalCloudError(
      'TRAJECTORY_NOT_STARTED',
      'Het visietraject kon niet worden gestart; de melding staat hieronder.',
      errors.trimEnd(),
    );
  }
  return output.trimEnd().split('\n');
}
