import type { Context } from 'hono';
import * as z from 'zod';
import { STEPS } from './steps.ts';

/** The names of the fields in the form. */
export const STEP = 'stap';
export const ANSWERS = 'antwoorden';

const postedSchema = z.object({
  [STEP]: z.enum(['start', ...STEPS]),
  [ANSWERS]: z.literal('vanzelf').optional(),
});

/** Which button was pressed, and whether the bodies answer by themselves; undefined when it is no form of ours. */
export async function postedStep(c: Context) {
  const parsed = postedSchema.safeParse(await c.req.parseBody());
  return parsed.data && { step: parsed.data[STEP], answers: parsed.data[ANSWERS] === 'vanzelf' };
}
