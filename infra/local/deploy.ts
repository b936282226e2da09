import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnvironment, type Environment, localAccount, localRegion } from './awsEnvironment.ts';
import { LocalCloudError } from './localCloudError.ts';
import { runLogged } from './loggedCommand.ts';
import { repository } from './paths.ts';

export interface DeployOptions {
  endpoint: string;
  /** The cloud assembly: written by `synthesise`, read by `deployAll`. */
  assembly: string;
  logFile: string;
  /** What the app is told besides STAGE, e.g. PORTAL_URL. */
  settings?: Environment;
  signal?: AbortSignal | undefined;
}

const cli = join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
/** Everything the CDK would ask or tell the outside world. */
const offline = { CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' };
const quiet = ['--no-notices', '--no-version-reporting', '--no-color', '--ci'];

/**
 * Runs the app of cdk.json once, as the CDK's command line would, and leaves its assembly. Needs no cloud, so it may
 * run while that starts. Throws DEPLOY_FAILED.
 */
export async function synthesise(options: DeployOptions): Promise<void> {
  const { app, context } = JSON.parse(await readFile(join(repository, 'cdk.json'), 'utf8')) as {
    app: string;
    context?: Record<string, unknown>;
  };
  await rm(options.assembly, { recursive: true, force: true });
  await mkdir(options.assembly, { recursive: true });
  const result = await runLogged({
    command: 'sh',
    args: ['-c', app],
    cwd: repository,
    env: {
      ...cdkEnvironment(options),
      CDK_OUTDIR: options.assembly,
      CDK_CONTEXT_JSON: JSON.stringify(context ?? {}),
    },
    logFile: options.logFile,
    signal: options.signal,
  });
  if (result.exitCode !== 0)
    throw failed('De stacks konden niet worden samengesteld', options, result.lastLines);
}

/** Prepares this cloud for deployments with `cdk bootstrap`. Throws DEPLOY_FAILED. */
export async function bootstrap(options: DeployOptions): Promise<void> {
  await cdk(
    ['bootstrap', `aws://${localAccount}/${localRegion}`],
    'De lokale cloud kon niet worden voorbereid',
    options,
  );
}

/** Deploys all stacks of the assembly with `cdk deploy`. Throws DEPLOY_FAILED. */
export async function deployAll(options: DeployOptions): Promise<void> {
  const args = [
    'deploy',
    '--all',
    '--app',
    options.assembly,
    '--require-approval',
    'never',
    '--concurrency',
    '4',
  ];
  await cdk(args, 'De stacks konden niet worden uitgerold', options);
}

async function cdk(args: readonly string[], failure: string, options: DeployOptions): Promise<void> {
  const result = await runLogged({
    command: process.execPath,
    args: [cli, ...args, ...quiet],
    // Beside the assembly, where no cdk.json makes the command line run the app again.
    cwd: join(options.assembly, '..'),
    env: { ...cdkEnvironment(options), CDK_HOME: join(options.assembly, '..', 'cdk-home') },
    logFile: options.logFile,
    signal: options.signal,
  });
  if (result.exitCode !== 0) throw failed(failure, options, result.lastLines);
}

function cdkEnvironment({ endpoint, settings }: DeployOptions): Environment {
  return {
    ...childEnvironment(endpoint),
    ...offline,
    CDK_DEFAULT_ACCOUNT: localAccount,
    CDK_DEFAULT_REGION: localRegion,
    STAGE: 'local',
    ...settings,
  };
}

function failed(what: string, { logFile }: DeployOptions, lastLines: string): LocalCloudError {
  return new LocalCloudError(
    'DEPLOY_FAILED',
    `${what}; de laatste regels uit ${logFile} staan hieronder.`,
    lastLines,
  );
}
