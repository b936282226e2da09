import type { Context } from 'hono';
import * as z from 'zod';
import { type DecisionFields, decisionFieldsSchema } from '../../domain/links/decisionForm.ts';

/** The names of the fields as they stand in the page. */
export const FIELD_NAMES: Readonly<Record<keyof DecisionFields, string>> = {
  outcome: 'uitkomst',
  on: 'datum',
  newDate: 'nieuwe-datum',
  embargo: 'niet-openbaar-tot',
  reference: 'kenmerk',
  note: 'toelichting',
  changes: 'wijzigingen',
};

const postedSchema = z.object({
  stap: z.enum(['bekijken', 'wijzigen', 'vastleggen', 'nieuwe-link', 'bijlage']),
  bewijs: z.string().max(100).default(''),
});

export interface PostedForm {
  readonly step: z.infer<typeof postedSchema>['stap'];
  readonly token: string;
  readonly fields: DecisionFields;
}

/** The form a page of ours posted; undefined when it is not one. */
export async function readPostedForm(c: Context): Promise<PostedForm | undefined> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return undefined;
  // Parsed once: the guard of the portal has looked for its token in it.
  const posted: Record<string, unknown> = await c.req.parseBody();
  const parsed = postedSchema.safeParse(posted);
  const fields = decisionFieldsSchema.safeParse(
    Object.fromEntries(Object.entries(FIELD_NAMES).map(([field, name]) => [field, posted[name]])),
  );
  if (!parsed.success || !fields.success) return undefined;
  return { step: parsed.data.stap, token: parsed.data.bewijs, fields: fields.data };
}
