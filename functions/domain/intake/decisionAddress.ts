/** One way to write an address: the same decision has one name. What is no address the reader refuses. */
export function decisionAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
