import type { Child } from 'hono/jsx';
import { MOST_EMBARGO_DAYS, mayHaveEmbargo } from '../../domain/decision/embargo.ts';
import { OUTCOMES_OF_ROLE } from '../../domain/decision/outcomes.ts';
import { ROLE_REQUEST } from '../../domain/dutch.ts';
import type { DecisionFields, FieldErrors } from '../../domain/links/decisionForm.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { FieldError, fieldClass } from '../pages/formField.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { Field } from './field.tsx';
import { OUTCOME_HINT, outcomeTitle } from './outcomeWords.ts';
import { FIELD_NAMES } from './postedForm.ts';

interface Props {
  readonly view: AskedView;
  readonly fields: DecisionFields;
  readonly errors: FieldErrors;
  readonly token: string;
}

/** What is to be filled in. Nothing is chosen beforehand: what a person did not choose nobody records. */
export function DecisionForm({ view, fields, errors, token }: Props) {
  const given = { fields, errors };
  return (
    <form method="post" class="form" autocomplete="off">
      <input type="hidden" name="bewijs" value={token} />
      <OwnFormToken />
      <Outcomes view={view} {...given} />
      <Field
        of="on"
        label="Datum van het besluit"
        hint="De dag waarop het genomen is."
        kind="date"
        {...given}
      />
      <Field
        of="newDate"
        label="Nieuwe datum"
        hint="Alleen bij aanhouden: wanneer het voorstel weer aan de orde komt."
        kind="date"
        {...given}
      />
      <Field
        of="reference"
        label="Kenmerk (facultatief)"
        hint="Het nummer van het besluit in uw eigen systeem."
        kind="text"
        {...given}
      />
      <Field of="note" label="Toelichting (facultatief)" kind="lines" {...given} />
      <Field
        of="changes"
        label="Tekst van amendementen of moties (facultatief)"
        hint="Komt met dit opschrift bij de toelichting."
        kind="lines"
        {...given}
      />
      {mayHaveEmbargo(view.body.id) && (
        <Field
          of="embargo"
          label="Niet openbaar tot (facultatief)"
          hint={`Tot die dag zien andere gemeenten alleen dat er geantwoord is. Hoogstens ${MOST_EMBARGO_DAYS} dagen na het besluit.`}
          kind="date"
          {...given}
        />
      )}
      <p>
        <Button step="bekijken">Bekijk wat wordt vastgelegd</Button>
      </p>
      <p class="quiet">U ziet eerst een overzicht. Er wordt nog niets vastgelegd.</p>
    </form>
  );
}

function Outcomes({ view, fields, errors }: Omit<Props, 'token'>) {
  const name = FIELD_NAMES.outcome;
  const error = errors.outcome;
  return (
    <fieldset
      class={fieldClass(error !== undefined)}
      id={name}
      tabindex={-1}
      aria-describedby={error ? `${name}-fout` : undefined}
    >
      <legend>Uitkomst</legend>
      <p class="utrecht-form-field-description">Gevraagd is {ROLE_REQUEST[view.role]}.</p>
      {error && <FieldError name={name} error={error} />}
      {OUTCOMES_OF_ROLE[view.role].map((outcome) => (
        <div class="choice">
          <input
            type="radio"
            id={`${name}-${outcome}`}
            name={name}
            value={outcome}
            checked={fields.outcome === outcome}
          />
          <label for={`${name}-${outcome}`}>
            {outcomeTitle(outcome)}
            {OUTCOME_HINT[outcome] && <span class="under">{OUTCOME_HINT[outcome]}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

interface ButtonProps {
  readonly step: string;
  readonly quiet?: boolean;
  readonly children: Child;
}

/** Says which step it takes. */
export function Button({ step, quiet = false, children }: ButtonProps) {
  return (
    <button type="submit" class={quiet ? 'button button-quiet' : 'button'} name="stap" value={step}>
      {children}
    </button>
  );
}
