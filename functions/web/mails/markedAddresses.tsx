import { MARK_WORD } from '../../domain/mails/mailWords.ts';
import type { MarkedAddressView } from '../../operations/markedAddresses.ts';
import { CONTACTS } from '../pages/addresses.ts';
import { Badge } from '../pages/badge.tsx';
import { Moment } from '../pages/moment.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { ReleaseForm } from './releaseForm.tsx';

/** The addresses that mails do not reach, of all trajectories, and the way to release one. */
export function MarkedAddresses({ marked }: { readonly marked: readonly MarkedAddressView[] }) {
  return (
    <section aria-labelledby="adressen">
      <h2 id="adressen">
        Adressen waar berichten niet aankomen <span class="count">({marked.length})</span>
      </h2>
      {marked.length === 0 ? (
        <p>Naar elk adres gaan berichten.</p>
      ) : (
        <>
          <p>
            Een adres dat berichten blijvend weigert, of waarvan de lezer een bericht als ongewenst meldde,
            krijgt niets meer. Wat alleen daarvoor was, blijft verschuldigd. Meestal hoort er een ander adres
            in de <a href={CONTACTS}>contactpersonen</a>; werkt dit adres weer, geef het dan vrij. Wat deze
            keer niet bezorgd werd, staat hier veertien dagen ter informatie.
          </p>
          <AddressTable marked={marked} />
        </>
      )}
    </section>
  );
}

function AddressTable({ marked }: { readonly marked: readonly MarkedAddressView[] }) {
  return (
    <table class="stacking">
      <caption>Het laatste eerst</caption>
      <thead>
        <tr>
          <th scope="col">Adres</th>
          <th scope="col">Wat er was</th>
          <th scope="col">Sinds</th>
          <th scope="col">Berichten</th>
        </tr>
      </thead>
      <tbody>
        {marked.map(({ address, why, detail, markedAt, stopped }) => (
          <tr>
            <th scope="row" class="written">
              {address}
            </th>
            <Cell label="Wat er was">
              {MARK_WORD[why]}
              {detail && <span class="under">volgens de mailserver: {detail}</span>}
            </Cell>
            <Cell label="Sinds">
              <Moment at={markedAt} />
            </Cell>
            <Cell label="Berichten">
              {stopped ? (
                <>
                  <Badge tone="stopped">gaan er niet heen</Badge>
                  <ReleaseForm address={address} step="bekijken" quiet label={`Geef vrij: ${address}`}>
                    Geef vrij …
                  </ReleaseForm>
                </>
              ) : (
                <Badge tone="done">gaan door</Badge>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
