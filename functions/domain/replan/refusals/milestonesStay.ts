import { dutchDay } from '../../calendar/dutchDay.ts';
import { roundOfMilestone } from '../../plan/derived.ts';
import type { MilestoneRow } from '../../trajectory.ts';
import type { ReplanInputs } from './wouldUndo.ts';

/** What is completed stays completed by what completed it; what is open keeps its round; what was withdrawn stays so. */
export function milestonesStay({ previous, plan, state }: ReplanInputs): string[] {
  return state.milestones.flatMap((row) => {
    const milestone = plan.milestones.find(({ id }) => id === row.id);
    const known = previous.milestones.find(({ id }) => id === row.id);
    if (milestone && !known) {
      // Its row is there, so it would never open again.
      return [`Mijlpaal ${row.id} is eerder uit het plan gehaald; geef de mijlpaal nu een ander id.`];
    }
    if (!milestone) return row.status === 'completed' && known ? [removed(row)] : [];
    const was = roundOfMilestone(previous, row.id)?.id;
    const is = roundOfMilestone(plan, row.id)?.id;
    if (was === is) return [];
    const by = (round: string | undefined) => (round ? `door ronde ${round}` : 'zonder besluitronde');
    const stands = row.status === 'completed' ? 'is al afgerond' : 'is al open';
    return [
      `Mijlpaal ${row.id} ${stands} ${by(was)}, en zou in dit plan ${by(is)} worden afgerond; laat dat zoals het was, of neem er een mijlpaal met een ander id voor op.`,
    ];
  });
}

function removed({ id, completedOn, round }: MilestoneRow): string {
  const when = completedOn ? ` op ${dutchDay(completedOn)}` : '';
  return `Mijlpaal ${id} is${when} afgerond${round ? ` in ronde ${round}` : ''} en kan niet uit het plan; neem de mijlpaal weer op.`;
}
