import { yearsOfBudget } from '../../ledger/planBudget.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';

/** What the fields of a budget say of each other, and of whom they name. */
export function budget(draft: Draft): Finding[] {
  return [...years(draft), ...key(draft), ...expectedOnce(draft), ...nationalOnce(draft)];
}

function years({ budget: { years: own, expects } }: Draft): Finding[] {
  if (own && own.from > own.until)
    return [
      {
        path: ['budget', 'years'],
        problem: `De jaren van het budget beginnen in ${own.from} en eindigen in ${own.until}.`,
        remedy: 'Zet bij "from" het eerste jaar en bij "until" het laatste.',
      },
    ];
  const { from, until } = yearsOfBudget(own ? { budget: { years: own } } : {});
  return expects
    .filter(({ year }) => year < from || year > until)
    .map(({ year, path }) => ({
      path,
      problem: `Er wordt een bijdrage verwacht over ${year}, maar het budget loopt van ${from} tot en met ${until}; zij kan niet worden geboekt.`,
      remedy: 'Verbeter het jaar, of verruim "budget.years".',
    }));
}

function key({ budget: { key: parts }, participants, whole }: Draft): Finding[] {
  if (!parts) return [];
  const codes = participants.map(({ code }) => code);
  if (parts.every(({ weight }) => weight === 0))
    return [
      {
        path: ['budget', 'key'],
        problem: 'In de sleutel heeft niemand een deel.',
        remedy: 'Geef ten minste één deelnemer een getal boven 0, of haal "key" weg; dan delen allen gelijk.',
      },
    ];
  if (!whole.names) return [];
  return parts
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, path }) => ({
      path,
      problem: `Gemeente "${code}" staat in de sleutel en doet niet mee.`,
      remedy: `Verbeter de code of haal haar weg; het plan kent: ${codes.join(', ')}.`,
    }));
}

function expectedOnce({ budget: { expects } }: Draft): Finding[] {
  const dated = expects.filter(({ by }) => by !== undefined);
  return again(dated, ({ year, by }) => `${year} ${by}`).map(({ year, by, path }) => ({
    path,
    problem: `De bijdrage over ${year} van ${by} staat er twee keer in.`,
    remedy: 'Tel ze op tot één regel, of geef elk een eigen dag bij "by".',
  }));
}

function nationalOnce({ budget: { national } }: Draft): Finding[] {
  return again(national, ({ year }) => String(year)).map(({ year, path }) => ({
    path,
    problem: `Het jaar ${year} staat twee keer in de landelijke bedragen.`,
    remedy: 'Laat er één van staan.',
  }));
}

/** Those of which an earlier one has the same name. */
function again<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = nameOf(item);
    return seen.has(name) || !seen.add(name);
  });
}
