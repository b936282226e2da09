import type { Child } from 'hono/jsx';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { DraftAnswer } from '../../domain/intake/incomingItem.ts';
import type { DecisionFields, FieldErrors } from '../../domain/links/decisionForm.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { Alert } from '../pages/alert.tsx';
import { AnswersTable } from '../pages/answersTable.tsx';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { DecisionForm } from './decisionForm.tsx';
import { FIELD_NAMES } from './postedForm.ts';
import { RequestFacts } from './requestFacts.tsx';

interface Props {
  readonly view: AskedView;
  /** What came in, to be taken over. */
  readonly draft?: DraftAnswer | undefined;
  readonly linkOf?: string | undefined;
  /** The way back, where there is one. */
  readonly nav?: Child;
  readonly stage: string;
  readonly fields: DecisionFields;
  readonly errors?: FieldErrors;
  /** Why this page is here again. */
  readonly notice?: string | undefined;
  readonly token: string;
}

/** The form in which a body's answer is entered. Looking at it changes nothing. */
export function FormPage({ view, stage, fields, errors = {}, notice, token, draft, linkOf, nav }: Props) {
  const wrong = Object.entries(errors) as [keyof DecisionFields, string][];
  const title = `Uitkomst van ${view.body.name}`;
  return (
    <Document title={wrong.length > 0 || notice ? `Let op: ${title}` : title} stage={stage}>
      {nav}
      <h1>{title}</h1>
      <p class="lead">
        Leg hier vast wat {view.body.name} heeft besloten. Daarna kijkt u het na; pas dan wordt het
        vastgelegd.
      </p>
      {(wrong.length > 0 || notice) && (
        <Alert>
          <h2>Er is nog niets vastgelegd</h2>
          {notice && <p>{notice}</p>}
          {wrong.length > 0 && (
            <ul>
              {wrong.map(([field, error]) => (
                <li>
                  <a href={`#${FIELD_NAMES[field]}`}>{error}</a>
                </li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <section aria-labelledby="verzoek">
        <h2 id="verzoek">Het verzoek</h2>
        <RequestFacts view={view} linkOf={linkOf} />
      </section>
      {draft && <Draft draft={draft} />}
      <section aria-labelledby="uitkomst-invullen">
        <h2 id="uitkomst-invullen">Wat is er besloten?</h2>
        <DecisionForm view={view} fields={fields} errors={errors} token={token} />
      </section>
      <section aria-labelledby="anderen">
        <h2 id="anderen">Wat anderen hebben geantwoord</h2>
        <AnswersTable round={view.roundView} />
      </section>
    </Document>
  );
}

/** What a document system said is shown, and date, reference and note are filled in; the outcome a person chooses. */
function Draft({ draft }: { readonly draft: DraftAnswer }) {
  return (
    <section aria-labelledby="gemeld" class="card record">
      <h2 id="gemeld">Wat uw documentsysteem meldde</h2>
      <p>Neem het alleen over als het klopt.</p>
      <Facts>
        {draft.outcome && <Fact label="Uitkomst">{OUTCOME_WORD[draft.outcome]}</Fact>}
        {draft.on && (
          <Fact label="Datum">
            <DateOf day={draft.on} />
          </Fact>
        )}
        {draft.reference && <Fact label="Kenmerk">{draft.reference}</Fact>}
        {draft.note && (
          <Fact label="Toelichting">
            <span class="written">{draft.note}</span>
          </Fact>
        )}
      </Facts>
    </section>
  );
}
