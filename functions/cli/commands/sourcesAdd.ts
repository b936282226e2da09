import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { checkedSecret } from '../../domain/intake/checkedSecret.ts';
import { newSource } from '../../domain/intake/newSource.ts';
import { readMapping } from '../../domain/intake/readMapping.ts';
import { reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import { reconciledSentence } from '../../domain/intake/reconcile/reconciledSentence.ts';
import { MESSAGE_KINDS, type Source } from '../../domain/intake/source.ts';
import { sourceAddress } from '../../domain/intake/sourceAddress.ts';
import { Refusal } from '../../domain/refusal.ts';
import { addSource } from '../../operations/intake/manageSources.ts';
import { givenSecrets } from '../givenSecret.ts';
import { readTextFile, refuseFile } from '../importFile.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

interface AddOptions extends CommonOptions {
  readonly kind: string;
  readonly municipality: string;
  readonly secret?: string;
  readonly origin?: readonly string[];
  readonly map?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly mostPerMinute?: string;
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

/** `sources add`: refuses before anything is asked of the cloud whatever can be. */
export function sourcesAdd(user: string): Command {
  return new Command('add')
    .description('voegt een bron toe; nog eens hetzelfde wijzigt niets')
    .argument('<naam>', 'kleine letters, cijfers en koppeltekens')
    .requiredOption('--kind <soort>', 'zgw, cloudevents, standard, notubiz, ibabs of ori')
    .requiredOption('--municipality <code>', 'van welke gemeente, bijvoorbeeld GM0072')
    .option('--secret <waarde>', 'waarmee zij zich aanmeldt; - leest het van standard input')
    .option('--origin <oorsprong>', 'waar haar besluiten op te halen zijn; mag vaker', collect)
    .option('--map <bestand.yaml>', 'hoe haar berichten te lezen zijn')
    .option('--client-id <naam>', 'waarmee wij ons bij haar aanmelden (ZGW)')
    .option('--client-secret <waarde>', 'het geheim daarbij; - leest het van standard input')
    .option('--most-per-minute <aantal>', 'hoogstens zoveel berichten per minuut')
    .action(async (name: string, options: AddOptions) => {
      const { mapping, source } = sourceOf(name, options, user);
      const secret = secretOf(options, source.speaks);
      const cloud = await connectIntake(options.stage);
      const { changed } = await addSource(cloud, source, secret);
      const address = sourceAddress(source, cloud.outputs.PortalUrl);
      const { speaks: kind, municipality } = source;
      const reconciled = !('why' in reconcilable(source));
      print(options.json, { name, kind, municipality, address, mapping, reconciled, changed }, () => [
        changed
          ? `Bron ${name} is toegevoegd; ${address ? `haar adres is ${address}` : 'zij wordt door ons bevraagd'}.`
          : `Bron ${name} was er al zo; er is niets gewijzigd.`,
        ...(address ? [reconciledSentence(source)] : []),
      ]);
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
    origins: options.origin ?? [],
    mapping,
    mostPerMinute: most,
  };
  return { mapping, source: newSource(given, options.stage === 'local', wallClock(), user) };
}

function secretOf({ secret, clientId, clientSecret }: AddOptions, speaks: Source['speaks']) {
  if (secret === undefined && MESSAGE_KINDS.some((kind) => kind === speaks))
    throw new Refusal(
      'SOURCE_INVALID',
      'Geef met --secret op waarmee de bron zich aanmeldt; - leest het van standard input.',
    );
  if ((clientId === undefined) !== (clientSecret === undefined))
    throw new Refusal('SOURCE_INVALID', 'Geef --client-id en --client-secret samen op.');
  if (secret === undefined) return undefined;
  const given = givenSecrets();
  const accepted = [{ value: checkedSecret(speaks, given(secret)) }];
  const client = clientId && clientSecret ? { id: clientId, secret: given(clientSecret) } : undefined;
  return { accepted, ...(client && { client }) };
}
