import { dayOf } from '../../domain/calendar/days.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { EarlierEntry } from '../../operations/readRound.ts';
import { DateOf } from '../pages/date.tsx';

const WORD: Readonly<Record<string, string>> = OUTCOME_WORD;

/** Nothing that was said is lost: what was put right, and what was postponed before it was answered. */
export function EarlierEntries({ entries }: { readonly entries: readonly EarlierEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <details class="earlier">
      <summary>Correcties en eerdere aanhoudingen ({entries.length})</summary>
      <ul>
        {entries.map((entry) => (
          <li>
            <strong>{entry.name}</strong>: {WORD[entry.outcome] ?? entry.outcome} op{' '}
            <DateOf day={entry.decidedOn} />
            {entry.newDate && (
              <>
                {' '}
                tot <DateOf day={entry.newDate} />
              </>
            )}
            {entry.reference && `, kenmerk ${entry.reference}`}
            {entry.note && <span class="under written">{entry.note}</span>}
            {entry.correctedAt && (
              <span class="under">
                Gecorrigeerd op <DateOf day={dayOf(entry.correctedAt)} />
                {entry.reason && `: ${entry.reason}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
