/** Whether an address that a message named may be asked at all; `why` is a Dutch sentence. */
export type JudgedAddress = { readonly url: URL } | { readonly why: string };

/**
 * Only an exact origin that the administrator configured for the source, https, and nobody's password in it. `http`
 * only in the local cloud. An origin is compared as a whole: a name that begins or ends like it is another.
 */
export function judgeAddress(text: string, origins: readonly string[], local: boolean): JudgedAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { why: 'Het bericht noemt een adres dat geen adres is.' };
  }
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
    return { why: `Het adres ${shown(url)} is geen https-adres; het wordt niet opgevraagd.` };
  if (url.username || url.password)
    return { why: 'In het adres staan inloggegevens; het wordt niet opgevraagd.' };
  if (!origins.includes(url.origin))
    return {
      why: `Het adres ${shown(url)} hoort niet bij de adressen die voor deze bron zijn opgegeven (${origins.join(', ') || 'geen'}); het wordt niet opgevraagd.`,
    };
  url.hash = '';
  return { url };
}

function shown(url: URL): string {
  return url.origin === 'null' ? url.protocol : url.origin;
}
