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
 * Reads a CSV file with a header: with commas, or with the semicolons that a Dutch Excel writes. What cannot be read
 * is a mistake, and the lines around it are read all the same, so that all mistakes can be told at once. Columns come
 * in any order; one that is not in `columns` is a mistake, and so is one of `required` that is missing. Nothing in
 * a cell has a meaning of its own: `=1+1` is those four characters. A file without any line gives none.
 */
export function readCsv(text: string, columns: readonly string[], required: readonly string[] = []): Csv {
  const header: string[] = [];
  const mistakes: FileMistake[] = [];
  const options: Options = {
    bom: true,
    columns: (names: string[]) => {
      header.push(...names.map((name) => name.trim()));
      // Two columns of one name would hide each other; what is wrong with them is told below.
      return header.map((name, index) => (header.indexOf(name) === index ? name : `${name}#${index}`));
    },
    // A spreadsheet in Dutch writes semicolons, and then leaves a comma in a note as it is.
    delimiter: /^[^\n]*;/.test(text) ? ';' : ',',
    info: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) mistakes.push(unreadable(error));
    },
    trim: true,
  };
  let records: { record: Record<string, string>; info: { lines: number } }[] = [];
  try {
    records = parse(text, options) as unknown as typeof records;
  } catch (error) {
    mistakes.push({ line: 1, problem: `het bestand is niet te lezen: ${String(error)}` });
  }
  const wrong = header.length > 0 ? wrongColumns(header, columns, required) : [];
  if (wrong.length > 0) return { lines: [], mistakes: wrong };
  return {
    lines: records.map(({ record, info }) => ({
      line: info.lines,
      cell: (column) => record[column] ?? '',
      cells: record,
    })),
    mistakes,
  };
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
