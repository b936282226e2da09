import type { Answer } from '../../domain/decision/answer.ts';
import type { DecisionFields } from '../../domain/links/decisionForm.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { DateOf } from '../pages/date.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { roundName } from '../pages/roundName.ts';
import { Button } from './decisionForm.tsx';
import { outcomeTitle } from './outcomeWords.ts';
import { FIELD_NAMES } from './postedForm.ts';

interface Props {
  readonly view: AskedView;
  readonly stage: string;
  readonly answer: Answer;
  /** As they were filled in, to go along or to be changed. */
  readonly fields: DecisionFields;
  /** For exactly this answer. */
  readonly token: string;
  /** In whose name. */
  readonly by: string;
}

/** What would be recorded. Nothing has been: that takes this page's own button. */
export function PreviewPage({ view, stage, answer, fields, token, by }: Props) {
  return (
    <Document title="Controleer wat wordt vastgelegd" stage={stage}>
      <h1>Controleer wat wordt vastgelegd</h1>
      <p class="lead">Er is nog niets vastgelegd.</p>
      <div class="card record">
        <Facts>
          <Fact label="Orgaan">{view.body.name}</Fact>
          <Fact label="Voorstel">{roundName(view.roundView)}</Fact>
          <Fact label="Uitkomst">
            <strong>{outcomeTitle(answer.outcome)}</strong>
          </Fact>
          <Fact label="Datum van het besluit">
            <DateOf day={answer.on} />
          </Fact>
          {answer.newDate && (
            <Fact label="Nieuwe datum">
              <DateOf day={answer.newDate} />
            </Fact>
          )}
          <Fact label="Kenmerk">{answer.reference ?? 'geen'}</Fact>
          <Fact label="Toelichting">
            <span class="written">{answer.note ?? 'geen'}</span>
          </Fact>
          {answer.embargo && (
            <Fact label="Niet openbaar tot">
              <DateOf day={answer.embargo} />
            </Fact>
          )}
          <Fact label="Vastgelegd door">{by}</Fact>
        </Facts>
      </div>
      <form method="post" class="form">
        <input type="hidden" name="bewijs" value={token} />
        <OwnFormToken />
        {(Object.keys(FIELD_NAMES) as (keyof DecisionFields)[]).map((field) => (
          <input type="hidden" name={FIELD_NAMES[field]} value={fields[field]} />
        ))}
        <p class="buttons">
          <Button step="vastleggen">Leg dit definitief vast</Button>
          <Button step="wijzigen" quiet>
            Wijzig het eerst
          </Button>
        </p>
      </form>
      <p class="quiet">
        Na het vastleggen krijgen de projectleider en de andere organen bericht. Een vergissing kan alleen de
        projectleider corrigeren.
      </p>
    </Document>
  );
}
