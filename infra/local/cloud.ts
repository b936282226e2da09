import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bareEnvironment, type Environment, localAccount, localRegion } from './awsEnvironment.ts';
import { LocalCloudError } from './localCloudError.ts';
import { demandFreePort, host } from './ports.ts';
import { stopGroup } from './processes.ts';
import { dataPaths, settleData } from './savedData.ts';
import { waitUntil } from './waitUntil.ts';

export interface CloudOptions {
  port: number;
  /** The installed Python; see python.ts. */
  python: string;
  logFile: string;
  /** Where state is kept from one run to the next; without it nothing is. */
  dataDir?: string;
  signal?: AbortSignal;
}

export interface LocalCloud {
  endpoint: string;
  pid: number;
  /** When the run began whose state was lost, because it was killed before it could save; undefined after a good stop. */
  lostSince: Date | undefined;
  /** Resolves when the cloud ends without having been asked to. */
  died: Promise<LocalCloudError>;
  /** Saves the state and waits until the cloud and its Lambda workers are gone. */
  stop(): Promise<void>;
}

const readyWithinMs = 60_000;

/** Starts MiniStack and waits until it answers. Throws PORT_TAKEN or LOCAL_CLOUD_NOT_READY. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  await demandFreePort(options.port, 'LOCAL_CLOUD_PORT');
  const lostSince = options.dataDir === undefined ? undefined : await settleData(options.dataDir);
  const child = await spawnCloud(options);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endpoint = `http://${host}:${options.port}`;
  const isGone = (): boolean =>
    child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

  const settled = await waitUntil(
    async () => isGone() || options.signal?.aborted || (await isHealthy(endpoint)),
    readyWithinMs,
  );
  if (!settled || isGone() || options.signal?.aborted) {
    if (child.pid !== undefined) await stopGroup(child.pid);
    options.signal?.throwIfAborted();
    throw new LocalCloudError(
      'LOCAL_CLOUD_NOT_READY',
      `De lokale cloud kwam niet op gang; zie ${options.logFile}.`,
      (await readFile(options.logFile, 'utf8')).trimEnd().split('\n').slice(-15).join('\n'),
    );
  }

  let stopping = false;
  return {
    endpoint,
    pid: child.pid!,
    lostSince,
    died: new Promise((resolve) => {
      void exited.then(() => stopping || resolve(stoppedByItself(options)));
    }),
    stop: async () => {
      stopping = true;
      await stopGroup(child.pid!, () => child.stdin?.end());
    },
  };
}

/** Rejects when the cloud dies; to race against work that would otherwise wait for it. */
export async function untilDead(cloud: LocalCloud): Promise<never> {
  throw await cloud.died;
}

async function spawnCloud(options: CloudOptions): Promise<ChildProcess> {
  const marker = options.dataDir === undefined ? [] : [dataPaths(options.dataDir).marker];
  const log = await open(options.logFile, 'w');
  try {
    const child = spawn(options.python, [join(import.meta.dirname, 'ministack_with_parent.py'), ...marker], {
      env: { ...bareEnvironment(), ...ministackSettings(options) },
      // A pipe we never write to: its end tells the cloud that we are gone.
      stdio: ['pipe', log.fd, log.fd],
      // A process group of its own: Ctrl-C in the terminal reaches us only, and we stop things in order.
      detached: true,
    });
    child.on('error', () => {});
    return child;
  } finally {
    await log.close();
  }
}

function ministackSettings({ port, dataDir }: CloudOptions): Environment {
  return {
    GATEWAY_PORT: String(port),
    BIND_HOST: host,
    // In the URLs it hands out. A name: `<api>.execute-api.127.0.0.1`, a request's domain, would be no valid URL.
    MINISTACK_HOST: 'localhost',
    MINISTACK_REGION: localRegion,
    MINISTACK_ACCOUNT_ID: localAccount,
    // Listeners on fixed ports that nothing here uses; two checkouts would collide on them.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    ...(dataDir && {
      PERSIST_STATE: '1',
      STATE_DIR: dataPaths(dataDir).state,
      S3_PERSIST: '1',
      S3_DATA_DIR: dataPaths(dataDir).buckets,
    }),
  };
}

async function isHealthy(endpoint: string): Promise<boolean> {
  const answer = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.ok === true;
}

function stoppedByItself({ dataDir, logFile }: CloudOptions): LocalCloudError {
  const lost = dataDir
    ? ' Wat sinds deze start is vastgelegd, is verloren; begin opnieuw met npm start.'
    : '';
  return new LocalCloudError(
    'LOCAL_CLOUD_STOPPED',
    `De lokale cloud is onverwacht gestopt (zie ${logFile}).${lost}`,
  );
}
