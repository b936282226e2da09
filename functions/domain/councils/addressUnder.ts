/**
 * An address under the one that was configured, which never leaves its origin whatever `path` says: what a system's
 * answer names is a path there, not another place to ask.
 */
export function addressUnder(
  base: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const address = new URL(base);
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  address.pathname = [address.pathname.replace(/\/+$/, ''), ...segments.map(encodeURIComponent)].join('/');
  address.search = new URLSearchParams(query).toString();
  address.hash = '';
  return address.href;
}
