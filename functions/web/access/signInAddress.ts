/** Where signing in begins, with the way back. */
export function signInAddress(back: string): string {
  return back === '/' ? '/aanmelden' : `/aanmelden?terug=${encodeURIComponent(back)}`;
}
