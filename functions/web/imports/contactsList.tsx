import type { Contact } from '../../domain/contacts/contact.ts';
import { CONTACT_ROLE_WORD, periodInRole, replacementWords } from '../../domain/contacts/contactWords.ts';
import { grouped } from '../../domain/importFile/grouped.ts';
import type { ContactsVersion } from '../../operations/ports.ts';
import { Cell } from '../pages/tableCell.tsx';
import { ImportedFrom } from './importedFrom.tsx';

type Props = Pick<ContactsVersion, 'contacts' | 'imported'> & {
  readonly bodies: ReadonlyMap<string, string>;
};

/** Who is mailed for each body, in the order of the plans. */
export function ContactsList({ bodies, contacts, imported }: Props) {
  const known = grouped(contacts, ({ body }) => body);
  if (bodies.size === 0) return <p>Er loopt nog geen traject; er zijn nog geen organen.</p>;
  return (
    <section aria-labelledby="organen">
      <h2 id="organen">Per orgaan</h2>
      {contacts.length === 0 && (
        <p>
          Er is nog geen contactpersoon ingelezen. Alle berichten gaan naar de adressen die in de plannen
          staan.
        </p>
      )}
      <table class="stacking">
        <caption>Zonder contactpersoon gaan berichten naar het adres in het plan</caption>
        <thead>
          <tr>
            <th scope="col">Naam</th>
            <th scope="col">Adres</th>
            <th scope="col">Rol</th>
            <th scope="col">Wanneer</th>
            <th scope="col">Vervanging</th>
          </tr>
        </thead>
        {[...bodies].map(([id, name]) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colspan={5}>
                {name} <ImportedFrom imported={imported.get(id)} />
              </th>
            </tr>
            {(known.get(id) ?? []).map((contact) => (
              <ContactRow contact={contact} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function ContactRow({ contact }: { readonly contact: Contact }) {
  const { name, mail, role, replacements } = contact;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Cell label="Adres">{mail}</Cell>
      <Cell label="Rol">{CONTACT_ROLE_WORD[role]}</Cell>
      <Cell label="Wanneer">{periodInRole(contact)}</Cell>
      <Cell label="Vervanging">
        {replacements.length > 0 && (
          <ul class="plain">
            {replacements.map((each) => (
              <li>{replacementWords(each)}</li>
            ))}
          </ul>
        )}
      </Cell>
    </tr>
  );
}
