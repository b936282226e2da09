/** The flags of the planning: raised and resolved by the daily watch, by nothing but the rows and the day. */
export const PLANNING_FLAGS = [
  'approaching',
  'overdue',
  'no-meeting-left',
  'at-risk',
  'waiting-on-predecessor',
] as const;
export type PlanningFlag = (typeof PLANNING_FLAGS)[number];

export function isPlanningFlag(kind: string): kind is PlanningFlag {
  return (PLANNING_FLAGS as readonly string[]).includes(kind);
}
