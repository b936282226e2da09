/**
 * What was asked cannot be done, for a reason a person can act on. `code` is stable and may be leaned on by
 * scripts; `message` is a Dutch sentence that says what to do. Nothing was changed when this is thrown.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Every code this system refuses with; listed in the README. */
export type RefusalCode =
  | 'ABOVE_COMMITMENT'
  | 'ABOVE_RECEIVED'
  | 'ALREADY_HANDLED'
  | 'ALREADY_RUNNING'
  | 'ALREADY_STARTED'
  | 'AMOUNT_INVALID'
  | 'CALENDAR_INVALID'
  | 'CONFLICT'
  | 'CONTACTS_INVALID'
  | 'CORRECTION_OF_CORRECTION'
  | 'DATE_IN_FUTURE'
  | 'EMBARGO_INVALID'
  | 'FOREIGN_BODY'
  | 'HISTORY_INVALID'
  | 'INVALID_DATE'
  | 'INVALID_INPUT'
  | 'ITEM_CLOSED'
  | 'LEDGER_INVALID'
  | 'LOCAL_ONLY'
  | 'MEMO_CHANGED'
  | 'MILESTONE_DECIDED_BY_ROUND'
  | 'MILESTONE_NOT_OPEN'
  | 'NOTHING_TO_CORRECT'
  | 'NOTHING_TO_UNDO'
  | 'NOT_DEPLOYED'
  | 'NO_AGENDA'
  | 'NO_USER_DIRECTORY'
  | 'OUTCOME_NOT_POSSIBLE'
  | 'OUTSIDE_BUDGET_YEARS'
  | 'PLAN_INVALID'
  | 'REPLAN_IMPOSSIBLE'
  | 'ROUND_CLOSED'
  | 'ROUND_NOT_DIVIDED'
  | 'ROUND_NOT_OPEN_YET'
  | 'SCENARIO_INVALID'
  | 'SHARES_INVALID'
  | 'SOURCE_EXISTS'
  | 'SOURCE_INVALID'
  | 'SOURCE_TEST_FAILED'
  | 'STATEMENT_CHANGED'
  | 'TIME_IN_FUTURE'
  | 'UNAVAILABLE'
  | 'UNKNOWN_BODY'
  | 'UNKNOWN_COMMITMENT'
  | 'UNKNOWN_ENTRY'
  | 'UNKNOWN_ITEM'
  | 'UNKNOWN_ADDRESS'
  | 'UNKNOWN_MAIL'
  | 'UNKNOWN_MEMO'
  | 'UNKNOWN_MILESTONE'
  | 'UNKNOWN_MUNICIPALITY'
  | 'UNKNOWN_OUTCOME'
  | 'UNKNOWN_ROUND'
  | 'UNKNOWN_SOURCE'
  | 'UNKNOWN_ROLE'
  | 'UNKNOWN_STATEMENT'
  | 'UNKNOWN_TRAJECTORY'
  | 'USER_EXISTS';
