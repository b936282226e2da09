import { dutchDay, periodWords } from '../calendar/dutchDay.ts';
import { isBudgetFlag } from '../ledger/flags/flagKinds.ts';
import { LEAD } from '../mails/bouncedFlags.ts';
import { IS_ROUND, type PlanNames, subjectWords } from '../plan/planNames.ts';
import type { Flag } from '../trajectory.ts';

type FlagOf = Pick<Flag, 'trajectory' | 'flag' | 'subject'>;

/** What a flag is about, in the words of people: a round and body, a milestone, a municipality, a year's money. */
export function flagAbout(names: PlanNames, { trajectory, flag, subject }: FlagOf): string {
  if (subject === trajectory) return 'Het hele traject';
  if (flag === 'mail-bounced' && subject === LEAD) return 'De projectleider';
  return isBudgetFlag(flag) ? moneyWords(names, flag, subject) : subjectWords(names, subject);
}

function moneyWords(names: PlanNames, flag: Flag['flag'], subject: string): string {
  if (flag === 'ledger-difference') return 'De bijgehouden saldi';
  if (flag === 'overspent' && subject === 'spent') return 'Alles wat is uitgegeven';
  if (flag === 'overspent' && subject === 'committed') return 'Alles wat is verplicht';
  const known = names.municipality(subject) ?? names.milestone(subject);
  if (known !== undefined) return known;
  const [year = '', more] = subject.split(' ');
  if (!/^[0-9]{4}$/.test(year)) return subject;
  if (flag === 'late-allocation' && more) return `Bijdrage over ${year}, verwacht op ${dutchDay(more)}`;
  if (flag === 'forecast-shortfall') return `Verplichtingen tot en met ${year}`;
  if (flag === 'unspent' && more)
    return `Geld van ${year}, aan het einde van ${more.includes('-') ? `het ${periodWords(more)}` : more}`;
  return `Geld van ${year}`;
}

/** Where somebody goes to do something about it. */
export type FlagPlace =
  | { readonly kind: 'round'; readonly round: string }
  | { readonly kind: 'budget' | 'plan' | 'trajectory' };

export function flagPlace(names: PlanNames, { flag, subject }: FlagOf): FlagPlace {
  if (isBudgetFlag(flag)) return { kind: 'budget' };
  const [first = ''] = subject.split(' ');
  if (IS_ROUND.test(first)) return { kind: 'round', round: first };
  return { kind: names.milestone(first) === undefined ? 'trajectory' : 'plan' };
}

/**
 * A flag's reason as a sentence by itself. Mail services put addresses into their refusals; those are not for a page
 * that everybody can read.
 */
export function flagSentence(subject: string, reason: string): string {
  const own = reason.startsWith(`${subject}:`) ? reason.slice(subject.length + 1).trim() : reason;
  const sentence = own.charAt(0).toUpperCase() + own.slice(1);
  return sentence.replace(/[^\s@:;,<>()"']+@[^\s@:;,<>()"']+/g, '[adres]');
}
