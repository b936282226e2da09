import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readContactsCsv } from '../../domain/contacts/readContactsCsv.ts';
import { bodiesInScope } from '../../operations/bodiesInScope.ts';
import { importContacts } from '../../operations/importContacts.ts';
import { undoImport } from '../../operations/undoImport.ts';
import { connect } from '../cloud.ts';
import { importedFrom, readTextFile, refuseFile } from '../importFile.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { contactTable } from '../views/contactLines.ts';

interface ContactsOptions extends CommonOptions {
  readonly trajectory?: string;
}

/** `contacts import|list|undo`: whom to mail for each body. Only the list shows addresses. */
export function contactsCommands(user: string): {
  readonly contacts: Command;
  readonly parts: readonly Command[];
} {
  const load = new Command('import')
    .description('leest contactpersonen in; vervangt die van de organen in het bestand')
    .argument('<bestand.csv>')
    .option('--trajectory <traject>', 'alleen de organen van dit traject')
    .action(async (file: string, options: ContactsOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope, bodies } = await bodiesInScope(store, options.trajectory);
      const text = readTextFile(file);
      const read = 'mistakes' in text ? text : readContactsCsv(text.text, new Set(bodies.keys()));
      if ('mistakes' in read) throw refuseFile('CONTACTS_INVALID', file, read.mistakes, options.json);
      const by = importedFrom(file, wallClock(), user);
      const result = await importContacts(reference, scope, read.contacts, by);
      const of = [...new Set(read.contacts.map(({ body }) => body))];
      print(options.json, { ...result, bodies: of, contacts: read.contacts.length }, () => [
        result.changed
          ? `Ingelezen: de contactpersonen van ${of.join(', ')}.`
          : 'Deze contactpersonen waren al ingelezen; er is niets gewijzigd.',
      ]);
    });
  const list = new Command('list')
    .description('wie er per orgaan bericht krijgt, met adressen')
    .option('--trajectory <traject>', 'alleen de organen van dit traject')
    .action(async (options: ContactsOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope, bodies } = await bodiesInScope(store, options.trajectory);
      const { version, contacts } = await reference.contacts(scope);
      const views = contacts.filter(({ body }) => bodies.has(body));
      print(options.json, { version, contacts: views }, () => contactTable(views));
    });
  const undo = new Command('undo')
    .description('draait het laatste inlezen terug; nog eens: maakt dat ongedaan')
    .option('--trajectory <traject>', 'alleen van dit (nagespeelde) traject')
    .action(async (options: ContactsOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope } = await bodiesInScope(store, options.trajectory);
      const by = importedFrom('(teruggedraaid)', wallClock(), user);
      const result = await undoImport(reference, 'contacts', scope, by);
      print(options.json, result, () => ['De contactpersonen van vóór het laatste inlezen gelden weer.']);
    });
  const parts = [load, list, undo];
  const contacts = new Command('contacts').description('contactpersonen inlezen en bekijken').exitOverride();
  for (const part of parts) contacts.addCommand(part);
  return { contacts, parts };
}
