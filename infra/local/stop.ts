import { isAlive } from './processes.ts';
import { releaseCheckout, runningStart, stopOrphan } from './runningHere.ts';
import { waitUntil } from './waitUntil.ts';

/** Stopping the cloud is bounded too (processes.ts); this is longer than that. */
const stoppedWithinMs = 60_000;

const pid = await runningStart();
if (pid !== undefined) {
  process.kill(pid, 'SIGTERM');
  if (await waitUntil(() => !isAlive(pid), stoppedWithinMs)) {
    console.log('Besluitketen is gestopt; de gegevens zijn bewaard.');
  } else {
    console.error(`NOT_STOPPED: Besluitketen (proces ${pid}) stopt niet; beëindig het met kill -9 ${pid}.`);
    process.exitCode = 1;
  }
} else if (await stopOrphan()) {
  await releaseCheckout();
  console.log('De lokale cloud van een afgebroken npm start is gestopt.');
} else {
  console.log('Er draait hier niets.');
}
