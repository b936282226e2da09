import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from '../../domain/intake/publicAddress.ts';
import { judgeAddress } from '../../domain/intake/resourceAddress.ts';
import { Unavailable } from '../../domain/unavailable.ts';

/**
 * Why an address of a council system may not be asked, as a Dutch sentence; undefined: it may. The address is an
 * administrator's, not a message's: its name is looked up once before it is asked. Throws `Unavailable` when its name
 * leads nowhere now.
 */
export async function whyNot(
  address: string,
  origins: readonly string[],
  local: boolean,
): Promise<string | undefined> {
  const judged = judgeAddress(address, origins, local);
  if ('why' in judged) return judged.why;
  if (local) return undefined;
  const host = judged.url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [host] : await addressesOf(host);
  return found.every(isPublicAddress) ? undefined : 'Het adres ligt in een afgeschermd netwerk.';
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new Unavailable('Het raadssysteem', error);
  }
}
