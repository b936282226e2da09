import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { newSource } from '../../domain/intake/newSource.ts';
import { readMapping } from '../../domain/intake/readMapping.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  addSource,
  knownSource,
  pauseSource,
  removeSource,
  resumeSource,
  rotateSecret,
} from '../../operations/intake/manageSources.ts';
import { givenSecret } from '../givenSecret.ts';
import { readTextFile, refuseFile } from '../importFile.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { sourceLines, sourceTable } from '../views/sourceLines.ts';
import { sourcesPollCommand } from './sourcesPoll.ts';

interface AddOptions extends CommonOptions {
  readonly kind: string;
  readonly municipality: string;
  readonly secret?: string;
  readonly origin: readonly string[];
  readonly map?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly mostPerMinute?: string;
}

const LAST_MESSAGES = 20;
const collect = (value: string, before: readonly string[]) => [...before, value];

/** `sources add|list|show|poll|pause|resume|rotate|remove`: who may send us messages, and how they are read. */
export function sourcesCommands(user: string): {
  readonly sources: Command;
  readonly parts: readonly Command[];
} {
  const parts = [
    add(user),
    list(),
    show(),
    sourcesPollCommand(),
    pauseOrResume('pause'),
    pauseOrResume('resume'),
    rotate(),
    remove(),
  ];
  const sources = new Command('sources').description('bronnen: wie ons berichten mag sturen').exitOverride();
  for (const part of parts) sources.addCommand(part);
  return { sources, parts };
}

function add(user: string): Command {
  return new Command('add')
    .description('voegt een bron toe; nog eens hetzelfde wijzigt niets')
    .argument('<naam>', 'kleine letters, cijfers en koppeltekens')
    .requiredOption('--kind <soort>', 'zgw, cloudevents, standard, notubiz, ibabs of ori')
    .requiredOption('--municipality <code>', 'van welke gemeente, bijvoorbeeld GM0072')
    .option('--secret <waarde>', 'waarmee zij zich aanmeldt; - leest het van standard input')
    .option('--origin <oorsprong>', 'waar haar besluiten op te halen zijn; mag vaker', collect, [])
    .option('--map <bestand.yaml>', 'hoe haar berichten te lezen zijn')
    .option('--client-id <naam>', 'waarmee wij ons bij haar aanmelden (ZGW)')
    .option('--client-secret <waarde>', 'het geheim daarbij; - leest het van standard input')
    .option('--most-per-minute <aantal>', 'hoogstens zoveel berichten per minuut')
    .action(async (name: string, options: AddOptions) => {
      const { mapping, source } = sourceOf(name, options, user);
      const cloud = await connectIntake(options.stage);
      const secret = secretOf(options, source.speaks);
      const { changed } = await addSource(cloud, source, secret);
      const address = `${cloud.outputs.PortalUrl}/webhooks/${source.speaks}/${name}`;
      print(
        options.json,
        { name, kind: source.speaks, municipality: source.municipality, address, mapping, changed },
        () => [
          changed
            ? `Bron ${name} is toegevoegd; haar adres is ${address}`
            : `Bron ${name} was er al zo; er is niets gewijzigd.`,
        ],
      );
    });
}

function sourceOf(name: string, options: AddOptions, user: string) {
  const { map, json } = options;
  const text = map === undefined ? undefined : readTextFile(map);
  const read = text && 'text' in text ? readMapping(text.text) : text;
  if (read && 'mistakes' in read) throw refuseFile('SOURCE_INVALID', map ?? '', read.mistakes, json);
  const mapping = read?.mapping;
  const most = options.mostPerMinute === undefined ? undefined : Number(options.mostPerMinute);
  const given = {
    name,
    speaks: options.kind,
    municipality: options.municipality,
    origins: options.origin,
    mapping,
    mostPerMinute: most,
  };
  return { mapping, source: newSource(given, options.stage === 'local', wallClock(), user) };
}

function secretOf({ secret, clientId, clientSecret }: AddOptions, speaks: string) {
  const polled = ['notubiz', 'ibabs', 'ori'].includes(speaks);
  if (secret === undefined && !polled)
    throw new Refusal(
      'SOURCE_INVALID',
      'Geef met --secret op waarmee de bron zich aanmeldt; - leest het van standard input.',
    );
  if ((clientId === undefined) !== (clientSecret === undefined))
    throw new Refusal('SOURCE_INVALID', 'Geef --client-id en --client-secret samen op.');
  if (secret === undefined) return undefined;
  const value = givenSecret(secret);
  if (speaks === 'standard' && !/^whsec_[A-Za-z0-9+/=]{8,}$/.test(value))
    throw new Refusal(
      'SOURCE_INVALID',
      'Het geheim van een Standard Webhook begint met whsec_ en is base64.',
    );
  const client = clientId && clientSecret ? { id: clientId, secret: givenSecret(clientSecret) } : undefined;
  return { accepted: [{ value }], ...(client && { client }) };
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
      const { sources, messages, outputs } = await connectIntake(options.stage);
      const source = await knownSource(sources, name);
      const last = await messages.lastMessages(name, LAST_MESSAGES);
      const seen = last.map(({ held: _content, ...message }) => message);
      print(options.json, { ...source, messages: seen }, () => sourceLines(source, last, outputs.PortalUrl));
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
      if (!(hours >= 0 && hours <= 8760))
        throw new Refusal('INVALID_INPUT', '--overlap-hours is een getal van 0 tot en met 8760.');
      const cloud = await connectIntake(options.stage);
      const { changed } = await rotateSecret(cloud, name, givenSecret(options.secret), hours, wallClock());
      print(options.json, { name, changed }, () => [
        changed
          ? `Het nieuwe geheim van ${name} geldt binnen een minuut; het oude nog ${hours} uur.`
          : 'Dit was het geheim al; er is niets gewijzigd.',
      ]);
    });
}

function remove(): Command {
  return new Command('remove')
    .description('verwijdert een bron en haar geheim; wat zij meldde blijft')
    .argument('<naam>')
    .action(async (name: string, options: CommonOptions) => {
      await removeSource(await connectIntake(options.stage), name);
      print(options.json, { name, removed: true }, () => [
        `Bron ${name} is verwijderd; haar adres bestaat niet meer.`,
      ]);
    });
}
