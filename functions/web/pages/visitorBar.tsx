import { mayDo } from '../../domain/access/accessTable.ts';
import { signInAddress } from '../access/signInAddress.ts';
import { currentRequest } from '../access/visitor.ts';
import { OWN_WORK, SIGNALS, TRIAGE } from './addresses.ts';
import { OwnFormToken } from './ownFormToken.tsx';

/** Who is signed in, with the way out; or the way in. Nothing on pages where nobody signs in. */
export function VisitorBar() {
  const request = currentRequest();
  if (request === undefined) return null;
  const { visitor, back } = request;
  if (visitor === undefined) {
    return (
      <p class="visitor">
        <a href={SIGNALS}>Signalen</a>
        <a href={signInAddress(back)}>Aanmelden</a>
      </p>
    );
  }
  const { session, grants } = visitor;
  return (
    <div class="visitor">
      <p>
        Aangemeld als <span class="visitor-name">{session.name}</span>
      </p>
      <a href={OWN_WORK}>Mijn werk</a>
      {mayDo(grants, 'see-overview') && <a href={SIGNALS}>Signalen</a>}
      {mayDo(grants, 'see-triage') && <a href={TRIAGE}>Triage</a>}
      {mayDo(grants, 'manage') && <a href="/beheer">Beheer</a>}
      <form method="post" action="/afmelden">
        <OwnFormToken />
        <button type="submit">Afmelden</button>
      </form>
    </div>
  );
}
