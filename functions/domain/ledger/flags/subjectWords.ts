import { dutchDay, periodWords } from '../../calendar/dutchDay.ts';
import { isBudgetFlag } from './flagKinds.ts';

const WORDS: Readonly<Record<string, string>> = {
  spent: 'alle uitgaven',
  committed: 'alle verplichtingen',
  balances: 'de saldi',
};

/** The subject of a flag of the money in words: `2025 2026-Q1` is `geld van 2025, 1e kwartaal 2026`. Another's stays. */
export function subjectWords(flag: string, subject: string): string {
  if (!isBudgetFlag(flag)) return subject;
  const [year = '', about] = subject.split(' ');
  if (!/^[0-9]{4}$/.test(year)) return WORDS[subject] ?? subject;
  if (flag === 'forecast-shortfall') return `verplichtingen tot en met ${year}`;
  const money = flag === 'late-allocation' ? `bijdrage over ${year}` : `geld van ${year}`;
  if (!about) return money;
  if (flag === 'late-allocation') return `${money}, verwacht op ${dutchDay(about)}`;
  return `${money}, ${about.includes('-') ? periodWords(about) : `eind ${about}`}`;
}
