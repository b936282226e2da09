import { MESSAGE_KINDS, type Source } from './source.ts';

/** Where a source sends its messages; one that we ask ourselves has no address. */
export function sourceAddress(
  { speaks, name }: Pick<Source, 'speaks' | 'name'>,
  portalUrl: string,
): string | undefined {
  return MESSAGE_KINDS.some((kind) => kind === speaks)
    ? `${portalUrl}/webhooks/${speaks}/${name}`
    : undefined;
}
