import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import { copyOfPlan, FIRST_DAY, fileWith, type PlanCopy } from './trajectories.ts';

const memoPlan = join(import.meta.dirname, '..', '..', 'workflows', 'plans', 'visietraject.yaml');
const monthsOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

export interface MovedPlan extends PlanCopy {
  /** So many days after a working day on which its first round is due. */
  readonly dayAt: (days: number) => Day;
}

/** The memo's plan by whole quarters later, so that it began two to four months before that of this day. */
export function memoPlanUnderWayOn(today: Day): MovedPlan {
  const quarters = Math.max(0, Math.floor((monthsOf(today) - 2 - monthsOf(FIRST_DAY)) / 3));
  const text = readFileSync(memoPlan, 'utf8').replace(/^( *period: ).*$/gm, (line) =>
    line.replace(/(\d{4})-(Q?)(\d{1,2})/g, (_all, year, q, part) => moved(year, q, part, quarters)),
  );
  const copy = copyOfPlan('visietraject', fileWith('moved-plan.yaml', text));
  // The first of a month may be a Sunday or a holiday; eight days on there was a working day.
  const first = addDays(`${moved('2025', '', '12', quarters)}-01`, 8);
  return { ...copy, dayAt: (days) => addDays(first, days) };
}

function moved(year: string, q: string, part: string, quarters: number): string {
  const inYear = q ? 4 : 12;
  const total = Number(year) * inYear + Number(part) - 1 + quarters * (q ? 1 : 3);
  const place = (total % inYear) + 1;
  return `${Math.floor(total / inYear)}-${q}${q ? place : String(place).padStart(2, '0')}`;
}
