import { dayOf, timeOfDay } from '../../domain/calendar/days.ts';
import type { Outcome } from '../../domain/decision/outcomes.ts';
import type { DecisionRequest, Round } from '../../domain/round/round.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { DateOf } from '../pages/date.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { roundName } from '../pages/roundName.ts';
import { sizeWords } from '../pages/sizeWords.ts';
import { outcomeTitle } from './outcomeWords.ts';

interface Entry {
  readonly outcome: Outcome;
  readonly decidedOn: string;
  readonly recordedAt: string;
  readonly decisionId: string;
  readonly newDate?: string | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
}

/** The last word of a body: its answer, or its latest postponement. */
function lastEntry(request: DecisionRequest): Entry | undefined {
  const { outcome, decidedOn, recordedAt, decisionId, reference, note } = request;
  if (outcome && decidedOn && recordedAt && decisionId)
    return { outcome, decidedOn, recordedAt, decisionId, reference, note };
  const deferral = request.deferrals.at(-1);
  return deferral && { outcome: 'deferred', ...deferral };
}

/** Short enough to read out; mails name the same twelve characters. */
const NUMBER_LENGTH = 12;

/** What is on record of this request: what, when, by whom, under which number. */
export function OnRecord({ view }: { readonly view: AskedView }) {
  const { request } = view;
  const entry = request && lastEntry(request);
  if (!request || !entry) return null;
  return (
    <div class="card record">
      <Facts>
        <Fact label="Orgaan">{view.body.name}</Fact>
        <Fact label="Voorstel">{roundName(view.roundView)}</Fact>
        <Fact label="Uitkomst">
          <strong>{outcomeTitle(entry.outcome)}</strong>
        </Fact>
        <Fact label="Datum van het besluit">
          <DateOf day={entry.decidedOn} />
        </Fact>
        {entry.newDate && (
          <Fact label="Nieuwe datum">
            <DateOf day={entry.newDate} />
          </Fact>
        )}
        {entry.reference && <Fact label="Kenmerk">{entry.reference}</Fact>}
        {entry.note && (
          <Fact label="Toelichting">
            <span class="written">{entry.note}</span>
          </Fact>
        )}
        {request.embargo && (
          <Fact label="Niet openbaar tot">
            <DateOf day={request.embargo} />
          </Fact>
        )}
        <Fact label="Vastgelegd">
          <DateOf day={dayOf(entry.recordedAt)} /> om {timeOfDay(entry.recordedAt)}
          {request.by && ` door ${request.by}`}
        </Fact>
        <Fact label="Nummer">
          <code>{entry.decisionId.slice(0, NUMBER_LENGTH)}</code>
        </Fact>
        {request.attachment && (
          <Fact label="Besluitenlijst">
            PDF, {sizeWords(request.attachment.size)}, toegevoegd op{' '}
            <DateOf day={dayOf(request.attachment.addedAt)} />
          </Fact>
        )}
      </Facts>
    </div>
  );
}

/** How a mistake is put right: nobody overwrites what was recorded. */
export function HowToUndo({ view }: { readonly view: AskedView }) {
  const { lead } = view.plan;
  return (
    <p>
      Klopt er iets niet? Wat vastligt wordt niet overschreven. Vraag {lead.name} (
      <a href={`mailto:${lead.mail}`}>{lead.mail}</a>) om een correctie en noem het nummer; wat er stond
      blijft zichtbaar.
    </p>
  );
}

/** Why a request that nobody answered is open no more. */
export function closedSentence({ status, withdrawnBecause }: Round): string {
  if (status !== 'withdrawn') return 'De besluitronde is afgesloten; er wordt geen antwoord meer verwacht.';
  return `Het voorstel is ingetrokken${withdrawnBecause ? `: ${withdrawnBecause}` : '.'}`;
}
