import * as z from 'zod';

/** Only what is read, each part by itself: a field that is missing costs one item, not the answer. */
const id = z.union([z.int(), z.string().regex(/^[0-9]+$/)]).transform(String);

export const eventsSchema = z.object({
  events: z.array(z.unknown()),
  pagination: z.object({ has_more_pages: z.boolean() }).optional().catch(undefined),
});

export const eventSchema = z.object({
  id,
  permission_group: z.string().default('public'),
  canceled: z.boolean().default(false).catch(false),
});

export const meetingSchema = z.object({
  meeting: z.object({
    id,
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .catch(undefined),
    plannings: z.array(z.object({ start_date: z.string() })).min(1),
    agenda_items: z.array(z.unknown()),
  }),
});

export const agendaItemSchema = z.object({
  id,
  type: z.string().optional().catch(undefined),
  agenda_items: z.array(z.unknown()).default([]).catch([]),
  module_items: z.array(z.unknown()).default([]).catch([]),
  type_data: z.object({
    attributes: z.array(z.object({ id: z.unknown(), value: z.unknown() })),
  }),
});

/** `api.notubiz.nl/modules/6/items/31`: its path counts, the host is the one we were told to ask. */
export const moduleReferenceSchema = z.object({
  self: z.string().regex(/\/modules\/[0-9]+\/items\/[0-9]+$/),
});

export const moduleItemSchema = z.object({
  item: z.object({
    id,
    attributes: z.array(
      z.object({
        id: z.unknown(),
        label: z.string().optional().catch(undefined),
        values: z
          .array(z.object({ content: z.unknown().optional() }))
          .default([])
          .catch([]),
      }),
    ),
  }),
});
export type ModuleAttribute = z.infer<typeof moduleItemSchema>['item']['attributes'][number];
