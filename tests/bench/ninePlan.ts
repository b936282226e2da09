import { type Plan, planSchema } from '../../functions/domain/plan/schema.ts';

/** One round of nine decisions: four colleges, the RAC, four councils. */
export function ninePlan(): Plan {
  const names = ['Noord', 'Oost', 'Zuid', 'West'];
  return planSchema.parse({
    format: 1,
    id: 'nine',
    title: 'Negen besluiten',
    lead: { name: 'Projectleider', mail: 'lead@bench.example' },
    participants: names.map((name, index) => ({
      code: `GM100${index}`,
      name,
      college: { name: `College ${name}`, mail: `college-${index}@bench.example` },
      council: { name: `Raad ${name}`, mail: `raad-${index}@bench.example` },
    })),
    bodies: [{ id: 'rac', name: 'RAC', mail: 'rac@bench.example' }],
    milestones: [
      { id: 'agreed', title: 'Colleges akkoord', kind: 'decision', owner: 'colleges', period: '2026-01' },
      {
        id: 'noted',
        title: 'RAC neemt kennis',
        kind: 'note',
        owner: 'rac',
        period: '2026-01',
        waitsFor: ['agreed'],
      },
      {
        id: 'adopted',
        title: 'Raden stellen vast',
        kind: 'decision',
        owner: 'councils',
        period: '2026-01',
        waitsFor: ['noted'],
      },
    ],
    rounds: [
      {
        id: 'nine',
        title: 'Negen besluiten',
        stages: [
          { ask: 'colleges', role: 'decide', milestone: 'agreed' },
          { ask: 'rac', role: 'note', milestone: 'noted' },
          { ask: 'councils', role: 'decide', milestone: 'adopted' },
        ],
      },
    ],
  });
}

export const STAGES = [
  ['GM1000/college', 'GM1001/college', 'GM1002/college', 'GM1003/college'],
  ['rac'],
  ['GM1000/council', 'GM1001/council', 'GM1002/council', 'GM1003/council'],
] as const;
