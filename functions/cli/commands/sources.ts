import { Command } from 'commander';
import { probeSender } from '../../adapters/intake/probeSender.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { sourceAddress } from '../../domain/intake/sourceAddress.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  knownSource,
  pauseSource,
  resumeSource,
  rotateSecret,
} from '../../operations/intake/manageSources.ts';
import { removeSource } from '../../operations/intake/removeSource.ts';
import { testSource } from '../../operations/intake/testSource.ts';
import { givenSecrets } from '../givenSecret.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { sourceLines, sourceTable } from '../views/sourceLines.ts';
import { sourcesAdd } from './sourcesAdd.ts';
import { sourcesPollCommand } from './sourcesPoll.ts';

const LAST_MESSAGES = 20;

/** `sources add|list|show|poll|pause|resume|rotate|remove|test`: who may send us messages, and how they are read. */
export function sourcesCommands(user: string): {
  readonly sources: Command;
  readonly parts: readonly Command[];
} {
  const parts = [
    sourcesAdd(user),
    list(),
    show(),
    sourcesPollCommand(),
    pauseOrResume('pause'),
    pauseOrResume('resume'),
    rotate(),
    remove(),
    test(),
  ];
  const sources = new Command('sources').description('bronnen: wie ons berichten mag sturen').exitOverride();
  for (const part of parts) sources.addCommand(part);
  return { sources, parts };
}

function list(): Command {
  return new Command('list').description('alle bronnen').action(async (options: CommonOptions) => {
    const { sources } = await connectIntake(options.stage);
    const all = await sources.sources();
    print(options.json, { sources: all }, () => sourceTable(all));
  });
}

function show(): Command {
  return new Command('show')
    .description('één bron, met haar laatste berichten en wat ervan werd')
    .argument('<naam>')
    .action(async (name: string, options: CommonOptions) => {
      const { sources, messages, polls, secrets, outputs } = await connectIntake(options.stage);
      const source = await knownSource(sources, name);
      const last = await messages.lastMessages(name, LAST_MESSAGES);
      const seen = last.map(({ held: _content, ...message }) => message);
      // That there is a secret, and until when another one is taken; never the secret itself.
      const accepted =
        (await secrets.read(name))?.accepted.map(({ until }) => ({ until: until ?? null })) ?? [];
      const address = sourceAddress(source, outputs.PortalUrl);
      const state = await polls.pollState(name);
      const looked = state && {
        lastTriedAt: state.lastTriedAt,
        lastReadAt: state.lastReadAt,
        readUntil: state.readUntil,
        trouble: state.trouble,
        said: state.said,
      };
      print(options.json, { ...source, address, accepted, looked: looked ?? null, messages: seen }, () =>
        sourceLines(source, last, address, accepted, looked),
      );
    });
}

function pauseOrResume(what: 'pause' | 'resume'): Command {
  const pause = what === 'pause';
  return new Command(what)
    .description(
      pause ? 'bewaart haar berichten tot zij doorgaat' : 'laat haar doorgaan, ook met wat bewaard is',
    )
    .argument('<naam>')
    .action(async (name: string, options: CommonOptions) => {
      const cloud = await connectIntake(options.stage);
      const done = pause
        ? { ...(await pauseSource(cloud.sources, name, wallClock())), released: 0 }
        : await resumeSource(cloud, name, wallClock());
      print(options.json, { name, paused: pause, ...done }, () => [
        pause
          ? `Bron ${name} staat op pauze; haar berichten worden bewaard.`
          : `Bron ${name} gaat door; ${done.released} bewaarde berichten worden nu verwerkt.`,
      ]);
    });
}

function rotate(): Command {
  return new Command('rotate')
    .description('geeft een bron een nieuw geheim; het oude geldt nog even')
    .argument('<naam>')
    .requiredOption('--secret <waarde>', 'het nieuwe geheim; - leest het van standard input')
    .option('--overlap-hours <uren>', 'hoe lang het oude nog geldt', '24')
    .action(async (name: string, options: CommonOptions & { secret: string; overlapHours: string }) => {
      const hours = Number(options.overlapHours);
      if (options.overlapHours.trim() === '' || !(hours >= 0 && hours <= 8760))
        throw new Refusal('INVALID_INPUT', '--overlap-hours is een getal van 0 tot en met 8760.');
      const cloud = await connectIntake(options.stage);
      const { changed } = await rotateSecret(cloud, name, givenSecrets()(options.secret), hours, wallClock());
      print(options.json, { name, changed }, () => [
        changed
          ? `Het nieuwe geheim van ${name} geldt; ${hours > 0 ? `het oude nog ${hours} uur` : 'het oude niet meer'}.`
          : 'Dit was het geheim al; er is niets gewijzigd.',
      ]);
    });
}

function remove(): Command {
  return new Command('remove')
    .description('verwijdert een bron en haar geheim; wat zij meldde blijft')
    .argument('<naam>')
    .action(async (name: string, options: CommonOptions) => {
      const { released } = await removeSource(await connectIntake(options.stage), name);
      print(options.json, { name, removed: true, released }, () => [
        `Bron ${name} is verwijderd; haar adres bestaat niet meer.`,
        ...(released > 0 ? [`${released} bewaarde berichten gaan naar "triage list".`] : []),
      ]);
    });
}

function test(): Command {
  return new Command('test')
    .description('stuurt het adres van een bron wat zij zelf zou sturen, zonder gevolg')
    .argument('<naam>')
    .action(async (name: string, options: CommonOptions) => {
      const { sources, secrets, outputs } = await connectIntake(options.stage);
      const deps = { sources, secrets, probes: probeSender, portalUrl: outputs.PortalUrl };
      const { address, status } = await testSource(deps, name);
      print(options.json, { name, address, status }, () => [
        `${address} luistert, en kent het geheim van ${name}.`,
      ]);
    });
}
