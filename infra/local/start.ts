import { once } from 'node:events';
import { childEnvironment } from './awsEnvironment.ts';
import { bringUp } from './bringUp.ts';
import { catchUp } from './catchUp.ts';
import { type LocalCloud, untilDead } from './cloud.ts';
import { type DemoAdministrator, readyDemoAdministrator } from './demoAdministrator.ts';
import { removeEnvironmentFile, writeEnvironmentFile } from './environmentFile.ts';
import { failWith } from './failWith.ts';
import { startFirstTrajectory } from './firstTrajectory.ts';
import { LocalCloudError } from './localCloudError.ts';
import { demandOutput } from './outputs.ts';
import { localPaths } from './paths.ts';
import { demandFreePort, host, portFrom } from './ports.ts';
import { spokenProgress as progress } from './progress.ts';
import { type PortalProxy, startProxy } from './proxy.ts';
import { readyLocalPages } from './readyLocalPages.ts';
import { claimCheckout, noteCloud, releaseCheckout } from './runningHere.ts';
import { stopSignal } from './stopSignal.ts';

/** `npm start`: brings everything up, stays until it is asked to stop or the local cloud dies, and takes it down. */
async function run(signal: AbortSignal): Promise<void> {
  const portalPort = portFrom('PORT', 3000);
  const cloudPort = portFrom('LOCAL_CLOUD_PORT', 4566);
  if (portalPort === cloudPort) {
    throw new LocalCloudError('INVALID_PORT', 'PORT en LOCAL_CLOUD_PORT zijn dezelfde poort; kies er twee.');
  }
  const portalUrl = `http://${host}:${portalPort}`;
  await claimCheckout();
  let cloud: LocalCloud | undefined;
  let proxy: PortalProxy | undefined;
  try {
    await demandFreePort(portalPort, 'PORT');
    await demandFreePort(cloudPort, 'LOCAL_CLOUD_PORT');
    const up = await bringUp({
      port: cloudPort,
      dataDir: localPaths.data,
      cloudLog: localPaths.cloudLog,
      deployLog: localPaths.deployLog,
      assembly: localPaths.assembly,
      settings: { PORTAL_URL: portalUrl },
      progress,
      signal,
      onCloud: async (started) => {
        await noteCloud(started.pid);
        sayWhatWasLost(started);
      },
    });
    cloud = up.cloud;
    const { endpoint } = cloud;
    await writeEnvironmentFile(endpoint, portalUrl);
    const begun = progress.step('Visietraject gestart', async () => [
      ...(await startFirstTrajectory(childEnvironment(endpoint))),
      ...(await catchUp(endpoint)),
    ]);
    const lines = await Promise.race([begun, untilDead(cloud)]);
    const administrator = await readyDemoAdministrator(endpoint);
    proxy = await startProxy({
      port: portalPort,
      endpoint,
      apiId: demandOutput(up.outputs, 'ApiId'),
      here: await readyLocalPages(endpoint, portalUrl),
    });
    for (const line of lines) console.log(line);
    sayAddresses(portalUrl, endpoint, administrator);
    await Promise.race([untilAborted(signal), untilDead(cloud)]);
  } finally {
    if (signal.aborted) console.log('Stoppen en bewaren…');
    await proxy?.stop();
    await removeEnvironmentFile();
    await cloud?.stop();
    await releaseCheckout();
  }
}

function sayWhatWasLost({ lostSince }: LocalCloud): void {
  if (!lostSince) return;
  const moment = new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(lostSince);
  console.log(
    `De vorige keer, gestart op ${moment}, is afgebroken: wat sindsdien is vastgelegd, is verloren.`,
  );
}

function sayAddresses(
  portalUrl: string,
  endpoint: string,
  administrator: DemoAdministrator | undefined,
): void {
  const account = administrator
    ? `\n  Aanmelden     ${portalUrl}/aanmelden als ${administrator.mail} met wachtwoord ${administrator.password}`
    : '';
  console.log(`
Besluitketen draait; Ctrl-C stopt alles en bewaart de gegevens.
  Portaal       ${portalUrl}${account}
  Proeftraject  ${portalUrl}/demo, om twee jaar in twee minuten te zien
  Postbus       ${portalUrl}/postbus, de mails die deze omgeving verstuurde
  Lokale cloud  ${endpoint}
  Logboek       ${localPaths.cloudLog}`);
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

const signal = stopSignal();
try {
  await run(signal);
} catch (error) {
  if (!signal.aborted) failWith(error);
}
