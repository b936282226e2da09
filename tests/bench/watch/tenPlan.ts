import { type Plan, planSchema } from '../../../functions/domain/plan/schema.ts';

/** Ten colleges, each asked once in a round. */
export const COLLEGES = Array.from({ length: 10 }, (_each, index) => `GM10${String(index).padStart(2, '0')}`);
export const BODIES = COLLEGES.map((code) => `${code}/college`);

/** The round that is open, and those that are over; the plan is the same however often they were reworked. */
export const LIVE = 'voorstel';
export const PAST = Array.from({ length: 11 }, (_each, index) => `eerder-${index + 1}`);

/** Every address belongs to one body of one trajectory: a mail is then known by whom it went to. */
export function addressOf(trajectory: string, body: string): string {
  return `${body.replace('/', '-').toLowerCase()}@${trajectory}.example`;
}

/** One proposal that ten colleges decide on within `period`, and eleven that were decided before. */
export function tenPlan(trajectory: string, period: string, past: readonly string[] = PAST): Plan {
  const families = [...past, LIVE];
  return planSchema.parse({
    format: 1,
    id: 'ten',
    title: 'Tien colleges',
    lead: { name: 'Projectleider', mail: `projectleider@${trajectory}.example` },
    participants: COLLEGES.map((code) => ({
      code,
      name: `Gemeente ${code}`,
      college: { name: `College ${code}`, mail: addressOf(trajectory, `${code}/college`) },
    })),
    milestones: families.map((family) => ({
      id: family,
      title: `Besluit ${family}`,
      kind: 'decision',
      owner: 'colleges',
      period: family === LIVE ? period : '2025-12',
    })),
    rounds: families.map((family) => ({
      id: family,
      title: `Ronde ${family}`,
      stages: [{ ask: 'colleges', role: 'decide', milestone: family }],
    })),
  });
}
