import type { Day } from '../calendar/days.ts';
import type { FileMistake } from './fileMistake.ts';
import type { CsvLine } from './readCsv.ts';
import { HOW_TO_WRITE_A_DAY, writtenDay } from './writtenDay.ts';

/** As long as a name of a plan. */
const LONGEST_TEXT = 200;

/** Reads the cells of one line, and keeps what is wrong with them. */
export interface Cells {
  readonly mistakes: readonly FileMistake[];
  wrong(problem: string, remedy?: string): void;
  /** Without the space around it; empty when nothing is there. */
  text(column: string): string;
  requiredText(column: string): string;
  day(column: string): Day | undefined;
  requiredDay(column: string): Day | undefined;
}

export function cellsOf({ line, cell }: CsvLine): Cells {
  const mistakes: FileMistake[] = [];
  const wrong = (problem: string, remedy?: string) => {
    // A cell may be looked at more than once.
    if (mistakes.some((known) => known.problem === problem)) return;
    mistakes.push({ line, problem, ...(remedy !== undefined && { remedy }) });
  };
  const text = (column: string) => {
    const given = cell(column).trim();
    if (given.length > LONGEST_TEXT)
      wrong(`${column} is langer dan ${LONGEST_TEXT} tekens`, 'kort de tekst in');
    return given;
  };
  const required = (column: string, given: string, remedy: string) => {
    if (given === '') wrong(`${column} is leeg`, remedy);
    return given;
  };
  const dayIn = (column: string, given: string) => {
    const day = writtenDay(given);
    if (given !== '' && day === undefined)
      wrong(`${column}: ${JSON.stringify(given)} is geen bestaande dag`, HOW_TO_WRITE_A_DAY);
    return day;
  };
  return {
    mistakes,
    wrong,
    text,
    requiredText: (column) => required(column, text(column), 'vul hem in'),
    day: (column) => dayIn(column, text(column)),
    requiredDay: (column) => dayIn(column, required(column, text(column), HOW_TO_WRITE_A_DAY)),
  };
}
