import type { Day } from '../../calendar/days.ts';
import type { Outcome, Role } from '../../decision/outcomes.ts';

/** The words of the field (design.md, "Words") and of days, as mails write them in one language. */
export interface FieldWords {
  /** `2025-12-16`: 16 december 2025. */
  readonly day: (day: Day) => string;
  /** A period of the plan: "december 2025", "1e kwartaal 2026", "2e kwartaal 2026 t/m 3e kwartaal 2027". */
  readonly period: (period: string) => string;
  readonly outcome: Readonly<Record<Outcome, string>>;
  /** What a body is asked to do, after "asked" or "a request". */
  readonly request: Readonly<Record<Role, string>>;
}

/** Before a fact. */
export interface FactLabels {
  readonly askedOn: string;
  readonly papersBy: string;
  readonly meeting: string;
  readonly dueBy: string;
  readonly round: string;
  readonly agenda: string;
  readonly date: string;
  readonly newDate: string;
  readonly reference: string;
  readonly note: string;
  readonly recordedBefore: string;
  readonly correctionReason: string;
  readonly about: string;
  readonly decision: string;
  readonly accordingToSystem: string;
  readonly changedOn: string;
  readonly planVersion: string;
  readonly publicOn: string;
  readonly notPublicUntil: string;
  readonly approvedBy: string;
}
