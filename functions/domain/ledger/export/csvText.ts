/**
 * What a spreadsheet would take for a formula begins so (OWASP, "CSV Injection"); an apostrophe before it makes it
 * text. Only for texts: an amount may begin with a minus sign.
 */
const FORMULA = /^[=+\-@\t\r]/;

export function textCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** How a file is written: for machines, or as a Dutch spreadsheet opens it. */
export interface CsvManner {
  readonly dutch: boolean;
}

/** One line with its end (RFC 4180). */
export function csvLine(cells: readonly string[], { dutch }: CsvManner): string {
  const delimiter = dutch ? ';' : ',';
  const written = cells.map((cell) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${written.join(delimiter)}\r\n`;
}

/** A Dutch Excel knows by it that the file is UTF-8. */
export function fileStart({ dutch }: CsvManner): string {
  return dutch ? '\uFEFF' : '';
}
