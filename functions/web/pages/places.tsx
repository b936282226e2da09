import { mayDo } from '../../domain/access/accessTable.ts';
import { currentRequest } from '../access/visitor.ts';
import { budgetAddress, dossierAddress, logAddress, memoAddress, SIGNALS } from './addresses.ts';

/** Where the archive is made, for who may make it; of one round when that is given. */
export function DossierLink({ trajectory, round }: { readonly trajectory: string; readonly round?: string }) {
  const { grants } = currentRequest()?.visitor ?? { grants: [] };
  if (!mayDo(grants, 'make-dossier', { trajectory })) return null;
  return (
    <a href={dossierAddress(trajectory, round)}>
      {round === undefined ? 'Dossier' : 'Dossier van deze ronde (ZIP)'}
    </a>
  );
}

/** Where the memo for the councils about a round is made and approved, for who may look at it. */
export function MemoLink({ trajectory, round }: { readonly trajectory: string; readonly round: string }) {
  const { grants } = currentRequest()?.visitor ?? { grants: [] };
  if (!mayDo(grants, 'make-dossier', { trajectory })) return null;
  return (
    <p>
      <a href={memoAddress(trajectory, round)}>Raadsinformatiebrief over deze ronde</a>
    </p>
  );
}

/** The other pages of a trajectory, from its own. */
export function Places({ trajectory }: { readonly trajectory: string }) {
  return (
    <nav class="places" aria-label="Meer van dit traject">
      <a href={budgetAddress(trajectory)}>Budget</a>
      <a href={logAddress(trajectory)}>Logboek</a>
      <a href={`${SIGNALS}#signalen-${trajectory}`}>Signalen</a>
      <DossierLink trajectory={trajectory} />
    </nav>
  );
}
