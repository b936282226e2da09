import { mayDo } from '../../domain/access/accessTable.ts';
import { currentRequest } from '../access/visitor.ts';
import { budgetAddress, dossierAddress, logAddress, SIGNALS } from './addresses.ts';

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
