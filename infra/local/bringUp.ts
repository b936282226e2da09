import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { Environment } from './awsEnvironment.ts';
import { clientSettings } from './clientSettings.ts';
import { type LocalCloud, startCloud, untilDead } from './cloud.ts';
import { bootstrap, type DeployOptions, deployAll, synthesise } from './deploy.ts';
import { demandOutput, readDeployed, type StackOutputs } from './outputs.ts';
import { host } from './ports.ts';
import type { Progress } from './progress.ts';
import { preparePython } from './python.ts';
import { confirmSender } from './sender.ts';

export interface BringUpOptions {
  port: number;
  dataDir?: string;
  cloudLog: string;
  deployLog: string;
  assembly: string;
  /** What the stacks' app is told, e.g. PORTAL_URL. */
  settings: Environment;
  progress: Progress;
  signal?: AbortSignal;
  /** Called as soon as the cloud answers, before anything is deployed to it. */
  onCloud?(cloud: LocalCloud): Promise<void>;
}

export interface Up {
  cloud: LocalCloud;
  outputs: StackOutputs;
}

/**
 * From nothing to a local cloud with our stacks deployed and the sender confirmed. The stacks are synthesised while
 * the cloud starts, which hides the shorter of the two. When a part fails the others are stopped and nothing is left
 * running; the error is the first one's.
 */
export async function bringUp(options: BringUpOptions): Promise<Up> {
  const failed = new AbortController();
  const stopParts = (): void => failed.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', stopParts, { once: true });
  let cloud: LocalCloud | undefined;
  const deploy: DeployOptions = {
    endpoint: `http://${host}:${options.port}`,
    assembly: options.assembly,
    logFile: options.deployLog,
    settings: options.settings,
    signal: failed.signal,
  };
  const parts = [
    options.progress.step('Stacks samengesteld', () => synthesise(deploy)),
    prepareCloud(options, deploy, failed.signal, (started) => {
      cloud = started;
    }),
  ];
  try {
    await Promise.all(parts);
    const outputs = await Promise.race([deployTo(deploy, options.progress), untilDead(cloud!)]);
    return { cloud: cloud!, outputs };
  } catch (error) {
    failed.abort();
    await Promise.allSettled(parts);
    await cloud?.stop();
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', stopParts);
  }
}

async function prepareCloud(
  { port, dataDir, cloudLog, progress, onCloud }: BringUpOptions,
  deploy: DeployOptions,
  signal: AbortSignal,
  keep: (cloud: LocalCloud) => void,
): Promise<void> {
  const onInstall = () => progress.say('De lokale cloud wordt eenmalig geïnstalleerd; dat duurt even.');
  const python = await progress.step('Python gereed', () => preparePython(onInstall, signal));
  const given = { port, python, logFile: cloudLog, signal, ...(dataDir !== undefined && { dataDir }) };
  const cloud = await progress.step('Lokale cloud gestart', () => startCloud(given));
  keep(cloud);
  await onCloud?.(cloud);
  const { bootstrapped } = await deployedIn(cloud.endpoint);
  if (bootstrapped) return;
  const preparing = progress.step('Lokale cloud voorbereid', () => bootstrap(deploy));
  await Promise.race([preparing, untilDead(cloud)]);
}

async function deployTo(deploy: DeployOptions, progress: Progress): Promise<StackOutputs> {
  await progress.step('Stacks uitgerold', () => deployAll(deploy));
  const { outputs } = await deployedIn(deploy.endpoint);
  await progress.step('Afzender bevestigd', () =>
    confirmSender(deploy.endpoint, demandOutput(outputs, 'SenderAddress')),
  );
  return outputs;
}

async function deployedIn(endpoint: string) {
  const client = new CloudFormationClient(clientSettings(endpoint));
  try {
    return await readDeployed(client);
  } finally {
    client.destroy();
  }
}
