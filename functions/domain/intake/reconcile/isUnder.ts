/** The list itself, a page of it, or what is below it: never another origin or path, nor somebody's password in it. */
export function isUnder(address: string, list: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(list)) return false;
  const asked = new URL(address);
  const base = new URL(list);
  const path = base.pathname.replace(/\/+$/, '');
  return (
    asked.origin === base.origin &&
    asked.username === '' &&
    asked.password === '' &&
    (asked.pathname === path || asked.pathname.startsWith(`${path}/`))
  );
}
