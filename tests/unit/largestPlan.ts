import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import type { MilestoneRow } from '../../functions/domain/trajectory.ts';
import { milestoneRow } from './portalRecord.ts';

/** As many milestones as a plan may have, with titles as long as they may be, each waiting for the fifty before it. */
export function largestPlan(): Plan {
  const title = (index: number) => `${index} <b>vet</b> ${'lange-titel '.repeat(20)}`.slice(0, 190);
  const milestones = Array.from({ length: 300 }, (_, index) => {
    const before = Array.from({ length: Math.min(index, 50) }, (_none, back) => `m${index - 1 - back}`);
    const quarter = `${2026 + Math.floor(index / 60)}-Q${(Math.floor(index / 15) % 4) + 1}`;
    return `  - {id: m${index}, title: ${JSON.stringify(title(index))}, kind: task, owner: organisation, period: ${quarter}, waitsFor: [${before.join(', ')}]}`;
  });
  const read = readPlan(
    `format: 1
id: groot
title: Groot
lead: {name: Leider, mail: leider@gemeente.example}
participants:
  - {code: GM0072, name: Harlingen, council: {name: Raad Harlingen, mail: raad@harlingen.example}}
milestones:
${milestones.join('\n')}
`,
  );
  if ('mistakes' in read) throw new Error(read.mistakes.map(({ problem }) => problem).join(' '));
  return read.plan;
}

/** Its rows when so many are completed and all others are open. */
export function underWay(plan: Plan, completed: number): MilestoneRow[] {
  return plan.milestones.map(({ id }, index) =>
    index < completed
      ? milestoneRow(id, {
          status: 'completed',
          openedAt: '2026-01-05T08:00:00.000Z',
          completedOn: '2026-02-01',
        })
      : milestoneRow(id, { openedAt: '2026-01-05T08:00:00.000Z' }),
  );
}
