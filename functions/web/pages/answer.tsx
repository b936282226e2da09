import { type Day, dayOf } from '../../domain/calendar/days.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { RequestView } from '../../operations/statusViews.ts';
import { Badge, type Tone } from './badge.tsx';
import { DateOf } from './date.tsx';

const WORD: Readonly<Record<string, string>> = OUTCOME_WORD;

export const ANSWER_TONE: Readonly<Record<string, Tone>> = {
  adopted: 'done',
  noted: 'done',
  advised: 'done',
  amended: 'warning',
  rejected: 'stopped',
};

interface Props {
  readonly request: RequestView;
  /** Is its round still running? Otherwise a body that was not asked will not be. */
  readonly running: boolean;
}

/** The outcome in a word, or where the question stands. */
export function Answer({ request, running }: Props) {
  if (request.outcome) {
    return (
      <>
        <Badge tone={ANSWER_TONE[request.outcome] ?? 'waiting'}>
          {WORD[request.outcome] ?? request.outcome}
        </Badge>
        {request.silence && <span class="under">geen reactie ontvangen; volgens het plan telt dat zo</span>}
        {request.embargo && <NotPublicUntil day={request.embargo} />}
      </>
    );
  }
  if (request.embargo) {
    return (
      <>
        <Badge tone="waiting">antwoord gegeven</Badge>
        <NotPublicUntil day={request.embargo} />
      </>
    );
  }
  if (request.status === 'open' && request.newDate) {
    return (
      <>
        <Badge tone="warning">{OUTCOME_WORD.deferred}</Badge>
        <span class="under">
          nieuwe datum <DateOf day={request.newDate} />
        </span>
      </>
    );
  }
  if (request.status === 'open') {
    return (
      <>
        <Badge tone="active">aan zet</Badge>
        {request.askedAt && (
          <span class="under">
            gevraagd op <DateOf day={dayOf(request.askedAt)} />
          </span>
        )}
      </>
    );
  }
  return request.status === 'expected' ? (
    <Badge tone="waiting">{running ? 'nog niet gevraagd' : 'niet gevraagd'}</Badge>
  ) : (
    <Badge tone="waiting">gesloten zonder antwoord</Badge>
  );
}

/** Beside an answer under embargo, also for who may see it: so that nobody passes it on. */
export function NotPublicUntil({ day }: { readonly day: Day }) {
  return (
    <span class="under">
      nog niet openbaar tot <DateOf day={day} />
    </span>
  );
}
