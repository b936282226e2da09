import { POLLED_KINDS, type PolledKind, type Source } from './source.ts';

/** A source that is asked; its mapping should say where. */
export type PolledSource = Source & { readonly speaks: PolledKind };

export function isPolled(source: Source): source is PolledSource {
  return isPolledKind(source.speaks);
}

export function isPolledKind(speaks: Source['speaks']): speaks is PolledKind {
  return POLLED_KINDS.some((kind) => kind === speaks);
}
