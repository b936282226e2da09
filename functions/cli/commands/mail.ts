import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { listMails, type MailListSources, showMail } from '../../operations/listMails.ts';
import { pauseMails } from '../../operations/mailPause.ts';
import { listMarkedAddresses, releaseAddress } from '../../operations/markedAddresses.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { addressTable } from '../views/addressLines.ts';
import { mailTable, mailText } from '../views/mailLines.ts';

/** `mail list|show|pause|resume|addresses|release`: what was and will be sent, and whom it does not reach. */
export function mailCommands(user: string): { readonly mail: Command; readonly parts: readonly Command[] } {
  const list = new Command('list')
    .description('wat verzonden is en wat nog gaat')
    .argument('<traject>')
    .action(async (trajectory: string, options: CommonOptions) => {
      const mails = await listMails(await sourcesOf(options.stage), trajectory);
      print(options.json, { trajectory, mails }, () => mailTable(mails));
    });
  const show = new Command('show')
    .description('één bericht, zoals de ontvanger het leest')
    .argument('<traject>')
    .argument('<berichtkenmerk>', 'zoals het in de lijst en in het bericht zelf staat')
    .action(async (trajectory: string, reference: string, options: CommonOptions) => {
      const mail = await showMail(await sourcesOf(options.stage), trajectory, reference);
      print(options.json, mail, () => mailText(mail));
    });
  const addresses = new Command('addresses')
    .description('adressen waar berichten niet aankomen of niet gewenst zijn')
    .action(async (options: CommonOptions) => {
      const { store } = await connect(options.stage);
      const marked = await listMarkedAddresses(store, wallClock);
      print(options.json, { addresses: marked }, () => addressTable(marked));
    });
  const release = new Command('release')
    .description('laat weer berichten gaan naar een adres')
    .argument('<adres>')
    .action(async (address: string, options: CommonOptions) => {
      const { store } = await connect(options.stage);
      await releaseAddress(store, address, user, wallClock());
      print(options.json, { address, released: true }, () => [
        `Naar ${address} gaan weer berichten; wat tegengehouden was, wordt nu verzonden.`,
      ]);
    });
  const parts = [list, show, pauseOrResume('pause', user), pauseOrResume('resume', user), addresses, release];
  const mail = new Command('mail')
    .description('berichten bekijken, tegenhouden en laten gaan')
    .exitOverride();
  for (const part of parts) mail.addCommand(part);
  return { mail, parts };
}

async function sourcesOf(stage: string): Promise<MailListSources> {
  const { store, reference, ledger, statements, memos, outputs } = await connect(stage);
  return { store, reference, ledger, statements, memos, portalUrl: outputs.PortalUrl, now: wallClock };
}

function pauseOrResume(name: 'pause' | 'resume', user: string): Command {
  const pause = name === 'pause';
  return new Command(name)
    .description(
      pause ? 'houdt alle berichten van een traject tegen' : 'laat de tegengehouden berichten gaan',
    )
    .argument('<traject>')
    .action(async (trajectory: string, options: CommonOptions) => {
      const { store } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await pauseMails(store, trajectory, pause, wallClock(), by);
      print(options.json, { trajectory, paused: pause, changed }, () => [
        sentence(trajectory, pause, changed),
      ]);
    });
}

function sentence(trajectory: string, pause: boolean, changed: boolean): string {
  if (!changed)
    return pause
      ? `De berichten van ${trajectory} werden al tegengehouden.`
      : `De berichten van ${trajectory} gingen al.`;
  return pause
    ? `Er gaat geen bericht van ${trajectory} meer uit; laat ze gaan met: besluitketen mail resume ${trajectory}.`
    : `De berichten van ${trajectory} gaan weer; wat tegengehouden was, wordt nu verzonden.`;
}
