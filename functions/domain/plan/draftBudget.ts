import type { PlanPath } from './planMistake.ts';
import { planSchema } from './schema.ts';

interface Placed {
  readonly path: PlanPath;
}

/** What can be read of a plan's budget that may have mistakes in its fields. */
export interface DraftBudget {
  readonly years: { readonly from: number; readonly until: number } | undefined;
  readonly key: readonly (Placed & { readonly code: string; readonly weight: unknown })[] | undefined;
  readonly expects: readonly (Placed & { readonly year: number; readonly by: string | undefined })[];
  readonly national: readonly (Placed & { readonly year: number })[];
}

const fields = planSchema.shape.budget.unwrap().shape;
const expected = fields.expects.unwrap().element.shape;

export function draftBudgetOf(value: unknown): DraftBudget {
  const budget = blockOf(value);
  const { key } = budget;
  return {
    years: fields.years.safeParse(budget.years).data,
    key:
      key === undefined
        ? undefined
        : Object.entries(blockOf(key)).map(([code, weight]) => ({
            path: ['budget', 'key', code],
            code,
            weight,
          })),
    expects: ofYears(budget.expects, ['budget', 'expects']).map(({ block, ...placed }) => ({
      ...placed,
      by: expected.by.safeParse(block.by).data,
    })),
    national: ofYears(blockOf(budget.national).years, ['budget', 'national', 'years']),
  };
}

type Block = Readonly<Record<string, unknown>>;

function ofYears(value: unknown, path: PlanPath) {
  return (Array.isArray(value) ? value : []).flatMap((item: unknown, place) => {
    const block = blockOf(item);
    const year = expected.year.safeParse(block.year).data;
    return year === undefined ? [] : [{ year, block, path: [...path, place, 'year'] }];
  });
}

function blockOf(value: unknown): Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};
}
