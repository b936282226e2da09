export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

const MOST_REDIRECTS = 10;

/** As much of a browser as signing in takes: cookies for each host, redirects, and the first form of a page. */
export function cookieBrowser(home: string, kept: Readonly<Record<string, string>> = {}) {
  const jars = new Map([[new URL(home).host, new Map(Object.entries(kept))]]);
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const follow = async (address: string, init: RequestInit = {}): Promise<Page> => {
    let url = new URL(address, home).href;
    let request = init;
    for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
      const jar = jarOf(url);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { ...(request.headers as Record<string, string>), ...(cookie && { cookie }) };
      const response = await fetch(url, { ...request, headers, redirect: 'manual' });
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
        if (/Max-Age=0/i.test(set)) jar.delete(name);
        else jar.set(name, value);
      }
      const onward = response.headers.get('location');
      if (onward === null)
        return { url, status: response.status, headers: response.headers, html: await response.text() };
      url = new URL(onward, url).href;
      request = {};
    }
    throw new Error(`more than ${MOST_REDIRECTS} redirects, the last to ${url}`);
  };
  return {
    follow,
    /** Fills in the form of a page and sends it. */
    submit: (page: Page, fields: Record<string, string>, headers: Record<string, string> = {}) => {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1] ?? '';
      const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const form = {
        ...Object.fromEntries(hidden.map(([, name, value]) => [name, unescaped(value ?? '')])),
        ...fields,
      };
      return follow(new URL(action, page.url).href, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      });
    },
    /** Those of the portal. */
    cookies: () => Object.fromEntries(jarOf(home)),
  };
}

const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
