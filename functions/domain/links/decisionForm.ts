import * as z from 'zod';
import type { Day } from '../calendar/days.ts';
import { type Answer, answerSchema } from '../decision/answer.ts';
import { mistakeInEmbargo } from '../decision/embargo.ts';
import { OUTCOMES_OF_ROLE, type Outcome, type Role } from '../decision/outcomes.ts';
import { writtenDay } from '../importFile/writtenDay.ts';
import type { DraftAnswer } from '../intake/incomingItem.ts';

/** What a person fills in, as text; empty is not filled in. */
export const decisionFieldsSchema = z.object({
  outcome: z.string().max(20).default(''),
  on: z.string().max(20).default(''),
  newDate: z.string().max(20).default(''),
  embargo: z.string().max(20).default(''),
  reference: z.string().max(10_000).default(''),
  note: z.string().max(40_000).default(''),
  changes: z.string().max(40_000).default(''),
});
export type DecisionFields = z.infer<typeof decisionFieldsSchema>;
export type FieldErrors = Partial<Record<keyof DecisionFields, string>>;

export const NO_FIELDS: DecisionFields = decisionFieldsSchema.parse({});

/** What a document system said, but for the outcome: that a person chooses. */
export function prefilled({ on = '', reference = '', note = '' }: DraftAnswer = {}): DecisionFields {
  return { ...NO_FIELDS, on, reference, note };
}

const LONGEST_REFERENCE = 100;
const LONGEST_NOTE = 4000;
/** Before the text of amendments and motions, which goes into the note: the record has one field for what was said. */
const CHANGES_LABEL = 'Amendementen en moties:';

export interface FormOf {
  readonly trajectory: string;
  readonly round: string;
  readonly body: string;
  readonly role: Role;
}

/** The answer in a form, or what is wrong with it: every mistake at its field, as a Dutch sentence. Never throws. */
export function readDecisionForm(
  given: DecisionFields,
  { role, trajectory, round, body }: FormOf,
  today: Day,
): { readonly answer: Answer } | { readonly errors: FieldErrors } {
  const fields = tidied(given);
  const possible = OUTCOMES_OF_ROLE[role];
  const outcome = possible.find((each) => each === fields.outcome);
  const on = writtenDay(fields.on);
  const newDate = writtenDay(fields.newDate);
  const embargo = writtenDay(fields.embargo);
  const note = noteOf(fields);
  const errors = withoutGaps({
    outcome: outcome
      ? undefined
      : fields.outcome === ''
        ? 'Kies een uitkomst.'
        : 'Deze uitkomst past niet bij wat er gevraagd is; kies een van de genoemde.',
    on: mistakeInDay(fields.on, on, today),
    newDate: mistakeInNewDate(fields.newDate, newDate, on, outcome),
    embargo:
      fields.embargo !== '' && !embargo
        ? 'Deze datum bestaat niet; schrijf haar als 31-12-2026.'
        : outcome && on && mistakeInEmbargo({ body, outcome, on, embargo }),
    reference:
      fields.reference.length > LONGEST_REFERENCE
        ? `Het kenmerk heeft ${fields.reference.length} tekens; er passen er ${LONGEST_REFERENCE}.`
        : undefined,
    note:
      note.length > LONGEST_NOTE
        ? `Toelichting, amendementen en moties hebben samen ${note.length} tekens; er passen er ${LONGEST_NOTE}. Kort ze in; de volledige tekst kan mee in de besluitenlijst.`
        : undefined,
  });
  if (Object.keys(errors).length > 0 || !outcome || !on) return { errors };
  const answer = { trajectory, round, body, outcome, on };
  const more = withoutGaps({
    newDate,
    reference: fields.reference || undefined,
    note: note || undefined,
    embargo,
  });
  return { answer: answerSchema.parse({ ...answer, ...more }) };
}

function mistakeInDay(text: string, day: Day | undefined, today: Day): string | undefined {
  if (text === '') return 'Vul de datum van het besluit in.';
  if (!day) return 'Deze datum bestaat niet; schrijf haar als 31-12-2026.';
  return day > today
    ? 'Deze datum ligt in de toekomst; leg het besluit vast zodra het genomen is.'
    : undefined;
}

function mistakeInNewDate(
  text: string,
  day: Day | undefined,
  on: Day | undefined,
  outcome: Outcome | undefined,
): string | undefined {
  if (outcome !== 'deferred')
    return text === '' || outcome === undefined
      ? undefined
      : 'Een nieuwe datum hoort alleen bij aanhouden; maak dit veld leeg of kies aangehouden.';
  if (text === '') return 'Vul in op welke datum het voorstel weer aan de orde komt.';
  if (!day) return 'Deze datum bestaat niet; schrijf haar als 31-12-2026.';
  return on && day < on ? 'De nieuwe datum ligt vóór de datum van het besluit.' : undefined;
}

function noteOf({ note, changes }: DecisionFields): string {
  return [note, ...(changes ? [`${CHANGES_LABEL}\n${changes}`] : [])].filter(Boolean).join('\n\n');
}

/** Browsers send line breaks as CRLF; other control characters nobody types, and they would be in logs and mails. */
function tidied(fields: DecisionFields): DecisionFields {
  const tidy = (text: string) =>
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .trim();
  const { outcome, on, newDate, embargo, reference, note, changes } = fields;
  return {
    outcome,
    on: on.trim(),
    newDate: newDate.trim(),
    embargo: embargo.trim(),
    reference: tidy(reference).replace(/\s+/g, ' '),
    note: tidy(note),
    changes: tidy(changes),
  };
}

function withoutGaps<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
