import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../../domain/intake/publicAddress.ts';

export class NotPublic extends Error {
  constructor() {
    super('the address is not one of the internet');
    this.name = 'NotPublic';
  }
}

/** A host that is an address itself is never looked up. URLs write every form of an address as one: `0x7f.1` too. */
export function refuseLiteral(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new NotPublic();
}

/**
 * Resolves a name for the connection itself: what is judged is what is connected to. One address of a private network
 * among several is enough to refuse: whoever names it may not choose.
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new NotPublic(), []);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
