/** Answers in the format of Open Raadsinformatie's endpoint (docs/council-systems.md); everything in them is made up. */
export const hits = (...found: readonly unknown[]) =>
  JSON.stringify({
    took: 12,
    timed_out: false,
    hits: { total: { value: found.length, relation: 'eq' }, max_score: null, hits: found },
  });

export const hit = (id: string, source: object) => ({
  _index: 'ori_noordermeer_20260101',
  _type: '_doc',
  _id: id,
  _score: null,
  _source: {
    '@id': id,
    '@type': 'AgendaItem',
    position: 6,
    parent: '7000001',
    last_discussed_at: '2026-05-12T19:30:00+02:00',
    ...source,
  },
  sort: [1778607000000],
});
