import { type CsvError, type Options, parse } from 'csv-parse/sync';
import type { FileMistake } from './fileMistake.ts';

export interface CsvLine {
  /** Line of the file on which it ends: a quoted cell may run over several. */
  readonly line: number;
  /** By column; a column the file does not have is empty. */
  cell(column: string): string;
  /** The cells as they are, by the names of the header. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Csv {
  readonly lines: readonly CsvLine[];
  readonly mistakes: readonly FileMistake[];
}

/**
 * Reads a CSV file with a header: with commas, or with the semicolons that a Dutch Excel writes, or with tabs. What
 * cannot be read is a mistake, and the lines around it are read all the same, so that all mistakes can be told at once.
 * Columns come in any order; one that is not in `columns` is a mistake, and so is one of `required` that is missing.
 * Nothing in a cell has a meaning of its own: `=1+1` is those four characters. A file without any line gives none.
 */
export function readCsv(text: string, columns: readonly string[], required: readonly string[] = []): Csv {
  const lines: CsvLine[] = [];
  const mistakes = eachCsvLine(text, { columns, required }, (line) => lines.push(line));
  return { lines, mistakes };
}

export interface CsvShape {
  readonly columns: readonly string[];
  readonly required?: readonly string[];
  /** The column that a name in the header stands for; absent: the name itself. */
  readonly columnOf?: (name: string) => string;
}

/** The same, line by line: of a large file only what `take` keeps stays in memory. */
export function eachCsvLine(
  text: string,
  { columns, required = [], columnOf = (name) => name }: CsvShape,
  take: (line: CsvLine) => void,
): readonly FileMistake[] {
  let wrong: readonly FileMistake[] = [];
  const mistakes: FileMistake[] = [];
  const options: Options = {
    bom: true,
    columns: (names: string[]) => {
      const header = names.map((name) => columnOf(name.trim()));
      wrong = header.length > 0 ? wrongColumns(header, columns, required) : [];
      // Two columns of one name would hide each other; what is wrong with them is told below.
      return header.map((name, index) => (header.indexOf(name) === index ? name : `${name}#${index}`));
    },
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) mistakes.push(unreadable(error));
      return undefined;
    },
    on_record: (cells, { lines: line }) => {
      const record = cells as unknown as Record<string, string>;
      if (wrong.length === 0) take({ line, cell: (column) => record[column] ?? '', cells: record });
      return null;
    },
    trim: true,
  };
  try {
    parse(text, options);
  } catch (error) {
    mistakes.push({ line: 1, problem: `het bestand is niet te lezen: ${String(error)}` });
  }
  return wrong.length > 0 ? wrong : mistakes;
}

/** A spreadsheet in Dutch writes semicolons, and then leaves a comma in a note as it is; a bank may write tabs. */
function delimiterOf(text: string): string {
  const header = /^[^\n]*/.exec(text)?.[0] ?? '';
  return [';', '\t'].find((sign) => header.includes(sign)) ?? ',';
}

function wrongColumns(
  header: readonly string[],
  columns: readonly string[],
  required: readonly string[],
): FileMistake[] {
  const known = `de kolommen zijn ${columns.join(', ')}`;
  const unknown = header.filter((name) => !columns.includes(name));
  const twice = columns.filter((name) => header.filter((each) => each === name).length > 1);
  const missing = required.filter((name) => !header.includes(name));
  return [
    ...(unknown.length > 0
      ? [
          {
            line: 1,
            problem: `onbekende kolom ${unknown.map((name) => name || '(zonder naam)').join(', ')}; ${known}`,
          },
        ]
      : []),
    ...twice.map((name) => ({ line: 1, problem: `kolom ${name} staat er twee keer` })),
    ...(missing.length > 0 ? [{ line: 1, problem: `kolom ${missing.join(', ')} ontbreekt; ${known}` }] : []),
  ];
}

function unreadable(error: CsvError): FileMistake {
  const line = typeof error.lines === 'number' ? error.lines : 1;
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
    return {
      line,
      problem: 'de regel is niet te lezen: hij heeft een ander aantal velden dan de kop',
      remedy: 'zet een waarde met een scheidingsteken erin tussen dubbele aanhalingstekens',
    };
  }
  return {
    line,
    problem: 'de regel is niet te lezen: er staat een dubbel aanhalingsteken verkeerd',
    remedy: 'zet de hele waarde tussen dubbele aanhalingstekens, en verdubbel die erbinnen',
  };
}
