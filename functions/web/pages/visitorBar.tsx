import { mayDo } from '../../domain/access/accessTable.ts';
import { FORM_TOKEN } from '../access/ownForm.ts';
import { signInAddress } from '../access/signInAddress.ts';
import { currentRequest } from '../access/visitor.ts';

/** Who is signed in, with the way out; or the way in. Nothing on pages where nobody signs in. */
export function VisitorBar() {
  const request = currentRequest();
  if (request === undefined) return null;
  const { visitor, back } = request;
  if (visitor === undefined) {
    return (
      <p class="visitor">
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
      {mayDo(grants, 'manage') && <a href="/beheer">Beheer</a>}
      <form method="post" action="/afmelden">
        <input type="hidden" name={FORM_TOKEN} value={session.formToken} />
        <button type="submit">Afmelden</button>
      </form>
    </div>
  );
}
