import { FORM_TOKEN } from '../access/ownForm.ts';
import { currentRequest } from '../access/visitor.ts';

/** In every form with which somebody who is signed in changes something; nothing where nobody signs in. */
export function OwnFormToken() {
  const token = currentRequest()?.visitor?.session.formToken;
  return token === undefined ? null : <input type="hidden" name={FORM_TOKEN} value={token} />;
}
