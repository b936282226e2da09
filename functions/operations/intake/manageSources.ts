import type { Source } from '../../domain/intake/source.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { MessageQueue, MessageStore, SourceSecret, SourceSecrets, SourceStore } from './ports.ts';
import { releaseHeld } from './releaseHeld.ts';

export interface SourceManagement {
  readonly sources: SourceStore;
  readonly secrets: SourceSecrets;
}

/**
 * Adds a source; the secret first, so that there is never a source that refuses everything. The same again changes
 * nothing; another one of this name is refused as SOURCE_EXISTS.
 */
export async function addSource(
  { sources, secrets }: SourceManagement,
  source: Source,
  secret: SourceSecret | undefined,
): Promise<{ readonly changed: boolean }> {
  const existing = await sources.source(source.name);
  const kept = existing && (await secrets.read(source.name));
  if (existing) {
    if (sameSource(existing, source) && sameSecret(kept, secret)) return { changed: false };
    throw new Refusal(
      'SOURCE_EXISTS',
      `Er is al een bron "${source.name}" met andere gegevens; geef een nieuw geheim met "sources rotate", of verwijder haar eerst met "sources remove".`,
    );
  }
  if (secret) await secrets.write(source.name, secret);
  if (!(await sources.addSource(source))) return addSource({ sources, secrets }, source, secret);
  return { changed: true };
}

/** Refuses UNKNOWN_SOURCE. */
export async function knownSource(
  sources: Pick<SourceStore, 'source' | 'sources'>,
  name: string,
): Promise<Source> {
  const source = await sources.source(name);
  if (source) return source;
  const names = (await sources.sources()).map((each) => each.name);
  throw new Refusal(
    'UNKNOWN_SOURCE',
    names.length > 0
      ? `Er is geen bron "${name}"; er zijn: ${names.join(', ')}.`
      : `Er is geen bron "${name}"; voeg er een toe met "sources add".`,
  );
}

/** Keeps its messages from then on; again changes nothing. */
export async function pauseSource(
  sources: SourceStore,
  name: string,
  at: string,
): Promise<{ readonly changed: boolean }> {
  const seen = await knownSource(sources, name);
  if (seen.pausedAt) return { changed: false };
  return changed(await sources.writeSource({ ...seen, pausedAt: at, lastWrite: `paused ${at}` }, seen));
}

/** Lets it go on, and puts what was kept back into the queue; that many. */
export async function resumeSource(
  { sources, messages, queue }: { sources: SourceStore; messages: MessageStore; queue: MessageQueue },
  name: string,
  at: string,
): Promise<{ readonly changed: boolean; readonly released: number }> {
  const seen = await knownSource(sources, name);
  if (seen.pausedAt) {
    const { pausedAt: _since, ...going } = seen;
    changed(await sources.writeSource({ ...going, lastWrite: `resumed ${at}` }, seen));
  }
  // Also when it went on already: an earlier try may have broken off. The worker claims each of them once.
  const released = await releaseHeld(messages, queue, name);
  return { changed: seen.pausedAt !== undefined, released };
}

/** From now on the new secret; the one before is accepted for so many hours more, so that nothing is refused meanwhile. */
export async function rotateSecret(
  { sources, secrets }: SourceManagement,
  name: string,
  value: string,
  overlapHours: number,
  at: string,
): Promise<{ readonly changed: boolean }> {
  await knownSource(sources, name);
  const before = await secrets.read(name);
  const [current] = before?.accepted ?? [];
  if (current?.value === value) return { changed: false };
  const until = new Date(Date.parse(at) + overlapHours * 3_600_000).toISOString();
  const old = current && overlapHours > 0 ? [{ value: current.value, until }] : [];
  await secrets.write(name, { ...before, accepted: [{ value }, ...old] });
  return { changed: true };
}

/** The source first: without it nothing is taken any more. What came from it stays. */
export async function removeSource({ sources, secrets }: SourceManagement, name: string): Promise<void> {
  await knownSource(sources, name);
  await sources.removeSource(name);
  await secrets.remove(name);
}

function changed(written: boolean): { readonly changed: boolean } {
  if (written) return { changed: true };
  throw new Refusal(
    'CONFLICT',
    'Deze bron is op dit moment door een ander gewijzigd; bekijk haar en probeer het opnieuw.',
  );
}

function sameSource(a: Source, b: Source): boolean {
  const content = ({ speaks, municipality, origins, mapping, mostPerMinute }: Source) =>
    JSON.stringify([speaks, municipality, origins, mapping, mostPerMinute]);
  return content(a) === content(b);
}

function sameSecret(kept: SourceSecret | undefined, given: SourceSecret | undefined): boolean {
  return (
    kept?.accepted[0]?.value === given?.accepted[0]?.value &&
    JSON.stringify(kept?.client) === JSON.stringify(given?.client)
  );
}
