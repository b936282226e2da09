import { budgetAddress, logAddress, SIGNALS } from './addresses.ts';

/** The other pages of a trajectory, from its own. */
export function Places({ trajectory }: { readonly trajectory: string }) {
  return (
    <nav class="places" aria-label="Meer van dit traject">
      <a href={budgetAddress(trajectory)}>Budget</a>
      <a href={logAddress(trajectory)}>Logboek</a>
      <a href={`${SIGNALS}#signalen-${trajectory}`}>Signalen</a>
    </nav>
  );
}
