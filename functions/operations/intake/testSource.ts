import { MESSAGE_KINDS } from '../../domain/intake/source.ts';
import { sourceAddress } from '../../domain/intake/sourceAddress.ts';
import { Refusal } from '../../domain/refusal.ts';
import { knownSource } from './manageSources.ts';
import type { ProbeSender, SourceSecrets, SourceStore } from './ports.ts';

export interface TestDependencies {
  readonly sources: Pick<SourceStore, 'source' | 'sources'>;
  readonly secrets: Pick<SourceSecrets, 'read'>;
  readonly probes: ProbeSender;
  /** Where the addresses of sources are: `https://besluiten.example`. */
  readonly portalUrl: string;
}

/**
 * Sends a source's own address what its sender would, with the secret that is kept, and without an effect: the probe of a
 * document system; where the protocol has none, a signed message without content, whose answer (400) shows that its
 * sender was known. Refuses UNKNOWN_SOURCE, INVALID_INPUT for a source that we ask ourselves, and SOURCE_TEST_FAILED.
 */
export async function testSource(
  { sources, secrets, probes, portalUrl }: TestDependencies,
  name: string,
): Promise<{ readonly address: string; readonly status: number }> {
  const source = await knownSource(sources, name);
  const speaks = MESSAGE_KINDS.find((kind) => kind === source.speaks);
  const address = sourceAddress(source, portalUrl);
  if (!speaks || !address)
    throw new Refusal(
      'INVALID_INPUT',
      `Bron "${name}" stuurt geen berichten, wij bevragen haar; er is dus geen adres om te testen.`,
    );
  const [secret] = (await secrets.read(name))?.accepted ?? [];
  if (!secret)
    throw new Refusal(
      'SOURCE_TEST_FAILED',
      `Bron "${name}" heeft geen geheim en neemt dus niets aan; geef er een met "sources rotate".`,
    );
  const { status, detail } = await probes.send(address, speaks, secret.value);
  if (status === (speaks === 'standard' ? 400 : 204)) return { address, status };
  throw new Refusal(
    'SOURCE_TEST_FAILED',
    `${address} antwoordde ${status}${detail ? `: ${detail}` : ''}; kijk in docs/sources.md wat dat betekent.`,
  );
}
