const NOWHERE = 'https://portal.invalid';
const LONGEST = 500;

/**
 * Where to go after signing in: a path of this site, or the first page. Whatever a browser could read as another site
 * (`//elders`, `/\elders`, a tab in between, a scheme) is not gone to (OWASP ASVS 5.0, 3.7.2; 4.0.3: 5.1.5).
 */
export function returnPath(given: string | undefined): string {
  if (!given || given.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes('\\'))
    return '/';
  const url = URL.canParse(given, NOWHERE) ? new URL(given, NOWHERE) : undefined;
  if (url?.origin !== NOWHERE) return '/';
  const path = `${url.pathname}${url.search}`;
  // `/.//elders` is `//elders` once its dots are taken away. Signing in again is nowhere to go back to.
  if (path.startsWith('//') || /^\/(aanmelden|afmelden|afgemeld)\b/.test(path)) return '/';
  return path;
}
