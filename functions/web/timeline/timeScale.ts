import { addDays, type Day, dayOf, daysBetween, earlierDay, laterDay } from '../../domain/calendar/days.ts';
import { periodOf, quarterOf } from '../../domain/calendar/periods.ts';
import type { DrawnMilestone, DrawnRound } from './timelineRows.ts';

/** A column of the drawing: a quarter, or of a long process a year or more. */
export interface Column {
  readonly from: Day;
  readonly label: string;
  readonly year: string;
}

export interface TimeScale {
  readonly from: Day;
  readonly until: Day;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly columns: readonly Column[];
  /** Where a day begins; days outside the drawing are at its edge. */
  x(day: Day): number;
  /** Where a day ends. */
  end(day: Day): number;
  has(day: Day): boolean;
}

const NARROWEST = 1000;
const COLUMN_WIDTH = 80;
/** More columns than these are drawn by the year, the decade, the century: a drawing stays a few metres at most. */
const MOST_COLUMNS = 24;
const QUARTERS_A_COLUMN = [1, 4, 40, 400, 4000] as const;

/** Spans whole quarters around everything of these milestones and all rounds. */
export function timeScale(
  status: { readonly milestones: readonly DrawnMilestone[]; readonly rounds: readonly DrawnRound[] },
  today: Day,
): TimeScale {
  const days = [
    ...status.milestones.flatMap(({ period, dueOn, completedOn, forecast }) => {
      const { from, until } = periodOf(period);
      return [from, until, dueOn, forecast.startsOn, completedOn ?? forecast.expectedOn];
    }),
    ...status.rounds.flatMap(({ openedAt, closedAt }) => [dayOf(openedAt), dayOf(closedAt ?? openedAt)]),
  ];
  const { from } = periodOf(quarterOf(days.length > 0 ? days.reduce(earlierDay) : today));
  const { until } = periodOf(quarterOf(days.length > 0 ? days.reduce(laterDay) : today));
  const columns = columnsOf(from, until);
  const width = Math.max(NARROWEST, columns.length * COLUMN_WIDTH);
  const total = daysBetween(from, addDays(until, 1));
  const x = (day: Day) => {
    const passed = Math.min(Math.max(daysBetween(from, day), 0), total);
    return Math.round((passed / total) * width * 10) / 10;
  };
  return {
    from,
    until,
    width,
    columns,
    x,
    end: (day) => x(addDays(day, 1)),
    has: (day) => day >= from && day <= until,
  };
}

function columnsOf(from: Day, until: Day): Column[] {
  const [first, last] = [quarterNumber(from), quarterNumber(until)];
  const step = QUARTERS_A_COLUMN.find((each) => (last - first) / each < MOST_COLUMNS) ?? 4000;
  const columns: Column[] = [];
  for (let at = first - (step > 1 ? first % step : 0); at <= last; at += step) {
    const year = String(Math.floor(at / 4)).padStart(4, '0');
    const quarter = (at % 4) + 1;
    const begin = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
    columns.push({ from: laterDay(begin, from), label: step === 1 ? `${quarter}e kwartaal` : '', year });
  }
  return columns;
}

/** Quarters since the year 0. */
function quarterNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}
