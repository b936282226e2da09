import Table from 'cli-table3';
import type { Contact } from '../../domain/contacts/contact.ts';
import { CONTACT_ROLE_WORD } from '../../domain/contacts/contactWords.ts';

export function contactTable(contacts: readonly Contact[]): string[] {
  if (contacts.length === 0) {
    return [
      'Er is nog geen contactpersoon ingelezen; berichten gaan naar de adressen van het plan. Lees ze in met: besluitketen contacts import BESTAND.csv',
    ];
  }
  const table = new Table({
    head: ['orgaan', 'rol', 'naam', 'adres', 'van', 't/m', 'taal', 'vervanging'],
    style: { head: [], border: [] },
  });
  for (const { body, role, name, mail, from = '', until = '', language = 'nl', replacements } of contacts) {
    const standIns = replacements.map((each) => `${each.name} <${each.mail}> ${each.from} t/m ${each.until}`);
    table.push([body, CONTACT_ROLE_WORD[role], name, mail, from, until, language, standIns.join('\n')]);
  }
  return table.toString().split('\n');
}
