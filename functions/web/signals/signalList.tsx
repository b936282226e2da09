import { dayOf } from '../../domain/calendar/days.ts';
import { FLAG_WORD } from '../../domain/dutch.ts';
import type { FlagPlace } from '../../domain/flags/flagAbout.ts';
import type { Urgency } from '../../domain/flags/urgency.ts';
import type { SignalView } from '../../operations/readSignals.ts';
import { budgetAddress, roundAddress, trajectoryAddress } from '../pages/addresses.ts';
import { Badge, type Tone } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';

interface Props {
  readonly trajectory: string;
  readonly signals: readonly SignalView[];
  /** Without the link to its place: the list stands there already. */
  readonly here?: boolean;
}

const TONE: Readonly<Record<Urgency, Tone>> = { act: 'stopped', soon: 'warning', watch: 'active' };

/** Each flag: what, about what, since when, why, and what can be done. */
export function SignalList({ trajectory, signals, here = false }: Props) {
  return (
    <ul class="attention">
      {signals.map((signal) => (
        <li class={`card signal-${signal.urgency}`}>
          <p>
            <Badge tone={TONE[signal.urgency]}>{FLAG_WORD[signal.flag]}</Badge>{' '}
            <strong>{signal.about}</strong>
          </p>
          <p>{signal.text}</p>
          {signal.todo && <p>Wat u kunt doen: {signal.todo}</p>}
          <p class="quiet signal-days">
            {signal.date && (
              <span>
                Gaat over <DateOf day={signal.date} />
              </span>
            )}
            <span>
              Staat sinds <DateOf day={dayOf(signal.raisedAt)} />
            </span>
            {!here && <PlaceLink trajectory={trajectory} place={signal.place} />}
          </p>
        </li>
      ))}
    </ul>
  );
}

function PlaceLink({ trajectory, place }: { readonly trajectory: string; readonly place: FlagPlace }) {
  const page = trajectoryAddress(trajectory);
  switch (place.kind) {
    case 'round':
      return <a href={roundAddress(trajectory, place.round)}>Naar de besluitronde</a>;
    case 'budget':
      return <a href={budgetAddress(trajectory)}>Naar het budget</a>;
    case 'plan':
      return <a href={`${page}#planning-${trajectory}`}>Naar de planning</a>;
    case 'trajectory':
      return <a href={page}>Naar het traject</a>;
  }
}

/** What was resolved of late, folded; nothing when there is none. */
export function ResolvedSignals({ trajectory, signals }: Omit<Props, 'here'>) {
  if (signals.length === 0) return null;
  return (
    <details>
      <summary>Opgelost in de laatste 30 dagen ({signals.length})</summary>
      <ul class="resolved" aria-label={`Opgeloste signalen van ${trajectory}`}>
        {signals.map(({ flag, about, text, resolvedAt }) => (
          <li>
            <Badge tone="done">{FLAG_WORD[flag]}</Badge> <strong>{about}</strong>
            <span class="under">
              {text} {resolvedAt && <Resolved at={resolvedAt} />}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Resolved({ at }: { readonly at: string }) {
  return (
    <>
      Opgelost op <DateOf day={dayOf(at)} />.
    </>
  );
}
