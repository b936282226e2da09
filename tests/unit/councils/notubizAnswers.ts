/** Answers in NotuBiz's format (docs/council-systems.md); council, meetings and proposals are made up. */

export const events = (meetings: readonly object[], more = false) =>
  JSON.stringify({ events: meetings, pagination: { page: 1, has_more_pages: more } });

export const event = (id: number, rest: object = {}) => ({
  id,
  type: 'meeting',
  permission_group: 'public',
  plannings: [{ start_date: '2026-05-12 19:30:00', end_date: null }],
  ...rest,
});

export const agendaItem = (id: number, title: string, rest: object = {}) => ({
  id,
  type: 'agenda_point',
  order: null,
  documents: [],
  agenda_items: [],
  module_items: [],
  type_data: {
    title_prefix: '6.',
    heading: false,
    attributes: [{ id: 1, value: title, reference_model: null }],
  },
  ...rest,
});

/** An agenda item that says something beside its title. */
export const spokenItem = (id: number, title: string, text: string) =>
  agendaItem(id, title, {
    type_data: {
      attributes: [
        { id: 1, value: title },
        { id: 7, value: text },
      ],
    },
  });

export const meeting = (id: number, items: readonly unknown[], rest: object = {}) =>
  JSON.stringify({
    meeting: {
      id,
      self: `api.notubiz.nl/events/meetings/${id}`,
      url: `https://noordermeer.notubiz.example/vergadering/${id}`,
      type: 'meeting',
      permission_group: 'public',
      gremium: { id: 12, self: 'api.notubiz.nl/organisations/9/gremia/12' },
      plannings: [{ start_date: '2026-05-12 19:30:00', end_date: '2026-05-12 22:45:00' }],
      attributes: [{ id: 1, value: 'Raadsvergadering' }],
      documents: [],
      agenda_items: items,
      ...rest,
    },
  });

export const reference = (module: number, item: number) => ({
  id: item,
  self: `api.notubiz.nl/modules/${module}/items/${item}`,
});

/** A registered item: values by number of field. */
export const moduleItem = (id: number, fields: Readonly<Record<number, string>>) =>
  JSON.stringify({
    item: {
      id,
      module: { id: 8, name: 'Raadsvoorstellen' },
      attachments: { document: [] },
      attributes: Object.entries(fields).map(([field, content]) => ({
        id: Number(field),
        label: `veld ${field}`,
        datatype: 'text',
        values: [{ content, meta_data: null }],
      })),
    },
  });
