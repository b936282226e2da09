import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { itemAddress } from '../pages/addresses.ts';
import { FieldError, FieldHint, fieldClass } from '../pages/formField.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';

export const REASON_FIELD = 'reden';
/** Characters, as on the command line. */
export const LONGEST_REASON = 500;

interface Props {
  readonly item: IncomingItem;
  /** What was filled in, and why it was not taken. */
  readonly reason: { readonly given: string; readonly error: string } | undefined;
}

/** Closes an item that leads to nothing. */
export function DismissForm({ item, reason }: Props) {
  return (
    <section aria-labelledby="afwijzen">
      <h2 id="afwijzen">Wijs het af</h2>
      <form method="post" action={`${itemAddress(item.id)}/afwijzen`} class="form">
        <OwnFormToken />
        <div class={fieldClass(reason !== undefined)}>
          <label for={REASON_FIELD}>Waarom leidt dit tot niets?</label>
          <FieldHint name={REASON_FIELD}>
            Hoogstens {LONGEST_REASON} tekens. Het bericht blijft na te lezen, met uw naam en reden.
          </FieldHint>
          {reason && <FieldError name={REASON_FIELD} error={reason.error} />}
          <textarea
            id={REASON_FIELD}
            name={REASON_FIELD}
            rows={3}
            aria-describedby={`${REASON_FIELD}-uitleg${reason ? ` ${REASON_FIELD}-fout` : ''}`}
            aria-invalid={reason ? 'true' : undefined}
          >
            {reason?.given}
          </textarea>
        </div>
        <p>
          <button type="submit" class="button button-quiet">
            Wijs het bericht af
          </button>
        </p>
      </form>
    </section>
  );
}
