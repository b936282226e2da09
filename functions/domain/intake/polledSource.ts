import { POLLED_KINDS, type PolledKind, type Source } from './source.ts';
import type { SourceMapping } from './sourceMapping.ts';

/** A source that is asked, with where to ask it. */
export type PolledSource = Source & {
  readonly speaks: PolledKind;
  readonly mapping: SourceMapping & { readonly poll: NonNullable<SourceMapping['poll']> };
};

export function isPolled(source: Source): source is PolledSource {
  return POLLED_KINDS.some((kind) => kind === source.speaks) && source.mapping.poll !== undefined;
}
