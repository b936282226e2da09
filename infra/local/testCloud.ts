import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from './bringUp.ts';
import { demandOutput, type StackOutputs } from './outputs.ts';
import { freePorts, host } from './ports.ts';
import { silentProgress } from './progress.ts';
import { startProxy } from './proxy.ts';
import { readyLocalPages } from './readyLocalPages.ts';

export interface TestCloud {
  endpoint: string;
  portalUrl: string;
  /** Every mail sent so far, as JSON. */
  mailboxUrl: string;
  outputs: StackOutputs;
  stop(): Promise<void>;
}

/**
 * A fresh local cloud with our stacks, on ports of its own and keeping nothing: any number may run at once. Ends with
 * the process that started it, whatever happens to that (ministack_with_parent.py).
 */
export async function startTestCloud(): Promise<TestCloud> {
  const scratch = await mkdtemp(join(tmpdir(), 'besluitketen-test-'));
  const clean = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', clean);
  const [port, portalPort] = await freePorts();
  const portalUrl = `http://${host}:${portalPort}`;
  const { cloud, outputs } = await bringUp({
    port,
    cloudLog: join(scratch, 'cloud.log'),
    deployLog: join(scratch, 'deploy.log'),
    assembly: join(scratch, 'cdk.out'),
    settings: { PORTAL_URL: portalUrl },
    progress: silentProgress,
  });
  const { endpoint } = cloud;
  const proxy = await startProxy({
    port: portalPort,
    endpoint,
    apiId: demandOutput(outputs, 'ApiId'),
    here: await readyLocalPages(endpoint, portalUrl),
  });
  return {
    endpoint,
    portalUrl,
    mailboxUrl: `${endpoint}/_ministack/ses/messages`,
    outputs,
    stop: async () => {
      await proxy.stop();
      await cloud.stop();
      clean();
    },
  };
}
