import { checkedSecret } from '../../domain/intake/checkedSecret.ts';
import type { Source } from '../../domain/intake/source.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { MessageQueue, MessageStore, SourceSecret, SourceSecrets, SourceStore } from './ports.ts';
import { releaseHeld } from './releaseHeld.ts';

/** Two of a thousand characters beside the new one fit in a parameter of 4 KB. */
const MOST_EARLIER = 2;

export interface SourceManagement {
  readonly sources: SourceStore;
  readonly secrets: SourceSecrets;
}

/**
 * Adds a source. The row first, for of two who add one name at once only one may give it a secret; without its secret it
 * refuses everything, and the same again gives it one. The same again changes nothing; another one of this name is
 * refused as SOURCE_EXISTS.
 */
export async function addSource(
  { sources, secrets }: SourceManagement,
  source: Source,
  secret: SourceSecret | undefined,
): Promise<{ readonly changed: boolean }> {
  if (await sources.addSource(source)) {
    if (secret) await withSecret({ sources, secrets }, source.name, secret);
    return { changed: true };
  }
  const existing = await sources.source(source.name);
  if (!existing) return addSource({ sources, secrets }, source, secret);
  const kept = await secrets.read(source.name);
  if (sameSource(existing, source) && sameSecret(kept, secret)) return { changed: false };
  if (sameSource(existing, source) && secret && !kept) {
    await secrets.write(source.name, secret);
    return { changed: true };
  }
  throw new Refusal(
    'SOURCE_EXISTS',
    `Er is al een bron "${source.name}" met andere gegevens; geef een nieuw geheim met "sources rotate", of verwijder haar eerst met "sources remove".`,
  );
}

/** A source that cannot be given its secret is not added. */
async function withSecret(
  { sources, secrets }: SourceManagement,
  name: string,
  secret: SourceSecret,
): Promise<void> {
  try {
    await secrets.write(name, secret);
  } catch (error) {
    // What cannot be taken back either is made whole by the same command later.
    await sources.removeSource(name).catch(() => false);
    throw error;
  }
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

/**
 * From now on the new secret; those before are accepted for so many hours more, or as long as they already were, so that
 * nothing is refused meanwhile. With 0 hours none of them is: a secret that leaked.
 */
export async function rotateSecret(
  { sources, secrets }: SourceManagement,
  name: string,
  value: string,
  overlapHours: number,
  at: string,
): Promise<{ readonly changed: boolean }> {
  const source = await knownSource(sources, name);
  checkedSecret(source.speaks, value);
  const before = await secrets.read(name);
  const [current, ...earlier] = before?.accepted ?? [];
  if (current?.value === value) return { changed: false };
  const until = new Date(Date.parse(at) + overlapHours * 3_600_000).toISOString();
  const old = overlapHours > 0 ? [...(current ? [{ value: current.value, until }] : []), ...earlier] : [];
  const accepted = [{ value }, ...old.filter((each) => each.value !== value).slice(0, MOST_EARLIER)];
  await secrets.write(name, { ...before, accepted });
  return { changed: true };
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
