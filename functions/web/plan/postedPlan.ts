import type { Context } from 'hono';
import * as z from 'zod';

/** As people type it: a browser sends every line's end as two signs. */
const text = z.string().transform((given) => given.replace(/\r\n?/g, '\n'));

const postedSchema = z.object({
  stap: z.enum(['controleren', 'wijzigen', 'doorvoeren']),
  bewijs: z.string().max(100).default(''),
  plan: text,
  reden: text.default(''),
  gezien: z.coerce.number().int().min(1).max(999_999),
});

/** A plan as somebody edits it. */
export interface EditedPlan {
  readonly text: string;
  readonly reason: string;
  /** The version that was in front of who edits it. */
  readonly basedOn: number;
}

export interface PostedPlan {
  readonly step: z.infer<typeof postedSchema>['stap'];
  readonly token: string;
  readonly edited: EditedPlan;
}

/** The form that the editor posted; undefined when it is not one. */
export async function readPostedPlan(c: Context): Promise<PostedPlan | undefined> {
  const { data } = postedSchema.safeParse(await c.req.parseBody());
  return (
    data && {
      step: data.stap,
      token: data.bewijs,
      edited: { text: data.plan, reason: data.reden.trim(), basedOn: data.gezien },
    }
  );
}
