import * as z from 'zod';
import { type Cells, cellsOf } from '../importFile/cells.ts';
import { byLine, type FileMistake } from '../importFile/fileMistake.ts';
import { type CsvLine, readCsv } from '../importFile/readCsv.ts';
import { unknownBody } from '../importFile/unknownBody.ts';
import { CONTACT_ROLES, type Contact } from './contact.ts';
import { type ContactLine, overlappingReplacements, togetherByPerson } from './contactLines.ts';
import { LANGUAGES } from './language.ts';

export const CONTACT_COLUMNS = [
  'body',
  'role',
  'name',
  'mail',
  'from',
  'until',
  'replacement',
  'replacementMail',
  'replacementFrom',
  'replacementUntil',
  'language',
] as const;
const REQUIRED = ['body', 'role', 'name', 'mail'] as const;

type Replacement = Contact['replacements'][number];

export type ReadContacts =
  | { readonly contacts: readonly Contact[] }
  | { readonly mistakes: readonly FileMistake[] };

/**
 * Reads the contacts file of docs/calendars-and-contacts.md; `bodies` are those that exist. Lines with the same
 * person in the same role of the same body are one contact with several replacements. Total: never throws.
 */
export function readContactsCsv(text: string, bodies: ReadonlySet<string>): ReadContacts {
  const csv = readCsv(text, CONTACT_COLUMNS, REQUIRED);
  const mistakes: FileMistake[] = [...csv.mistakes];
  const read: ContactLine[] = [];
  for (const line of csv.lines) {
    const cells = cellsOf(line);
    const contact = readLine(cells, bodies);
    mistakes.push(...cells.mistakes);
    if (contact) read.push({ line: line.line, contact });
  }
  mistakes.push(...sameLineTwice(csv.lines), ...overlappingReplacements(read));
  if (csv.lines.length === 0 && mistakes.length === 0) {
    mistakes.push({
      line: 1,
      problem: 'het bestand is leeg',
      remedy: `zet er een kop in met ${CONTACT_COLUMNS.join(', ')}, en daaronder een regel per persoon`,
    });
  }
  return mistakes.length > 0 ? { mistakes: byLine(mistakes) } : { contacts: togetherByPerson(read) };
}

function readLine(cells: Cells, bodies: ReadonlySet<string>): Contact | undefined {
  const body = cells.requiredText('body');
  const written = cells.requiredText('role');
  const name = cells.requiredText('name');
  const mail = address(cells, 'mail', cells.requiredText('mail'));
  const [from, until] = period(cells, 'from', 'until');
  const role = CONTACT_ROLES.find((each) => each === written);
  if (body && !bodies.has(body)) {
    const { problem, remedy } = unknownBody(body, bodies);
    cells.wrong(problem, remedy);
  }
  if (written && !role)
    cells.wrong(`role: ${JSON.stringify(written)} is geen rol`, `kies uit ${CONTACT_ROLES.join(', ')}`);
  const saidLanguage = cells.text('language');
  const language = LANGUAGES.find((each) => each === saidLanguage);
  if (saidLanguage && !language)
    cells.wrong(
      `language: ${JSON.stringify(saidLanguage)} is geen taal van berichten`,
      `kies uit ${LANGUAGES.join(', ')}, of laat het leeg voor Nederlands`,
    );
  const replacement = readReplacement(cells);
  if (cells.mistakes.length > 0 || !role) return undefined;
  return {
    body,
    role,
    name,
    mail,
    ...(from && { from }),
    ...(until && { until }),
    ...(language && { language }),
    replacements: replacement ? [replacement] : [],
  };
}

/** All four of its cells, or none. */
function readReplacement(cells: Cells): Replacement | undefined {
  const columns = ['replacement', 'replacementMail', 'replacementFrom', 'replacementUntil'] as const;
  if (columns.every((column) => cells.text(column) === '')) return undefined;
  const name = cells.requiredText('replacement');
  const mail = address(cells, 'replacementMail', cells.requiredText('replacementMail'));
  for (const column of ['replacementFrom', 'replacementUntil']) cells.requiredText(column);
  const [from, until] = period(cells, 'replacementFrom', 'replacementUntil');
  return from && until ? { name, mail, from, until } : undefined;
}

function address(cells: Cells, column: string, given: string): string {
  if (given && !z.email().safeParse(given).success)
    cells.wrong(
      `${column}: ${JSON.stringify(given)} is geen e-mailadres`,
      'schrijf het als naam@organisatie.nl',
    );
  return given;
}

function period(cells: Cells, first: string, last: string) {
  const from = cells.day(first);
  const until = cells.day(last);
  if (from && until && from > until)
    cells.wrong(`${first} (${from}) ligt na ${last} (${until})`, 'verwissel de dagen');
  return [from, until] as const;
}

function sameLineTwice(lines: readonly CsvLine[]): FileMistake[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, cell }) => {
    const content = JSON.stringify(CONTACT_COLUMNS.map(cell));
    const before = first.get(content);
    if (before === undefined) first.set(content, line);
    return before === undefined
      ? []
      : [{ line, problem: `deze regel is dezelfde als regel ${before}`, remedy: 'laat een van beide weg' }];
  });
}
