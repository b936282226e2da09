import { type Period, periodOf } from '../../calendar/periods.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';
import { predecessorsOf } from './precedence.ts';

/**
 * A period must not end before it begins, and must not lie before that of what comes first. Periods may overlap:
 * only one that both begins and ends earlier than its predecessor's cannot be right.
 */
export function periods(draft: Draft): Finding[] {
  const readable = draft.milestones.flatMap(({ id, path, period: text }) =>
    text === undefined ? [] : [{ id, path: [...path, 'period'], text, period: periodOf(text) }],
  );
  const backwards = ({ from, until }: Period) => until < from;
  const byId = new Map([...readable].reverse().map((milestone) => [milestone.id, milestone]));
  const before = predecessorsOf(draft);
  return [
    ...readable
      .filter(({ period }) => backwards(period))
      .map(({ text, path }) => ({
        path,
        problem: `De periode "${text}" eindigt voordat zij begint.`,
        remedy: 'Zet het begin voor ".." en het einde erachter.',
      })),
    ...[...byId.values()].flatMap(({ id, path, text, period }) =>
      (before.get(id) ?? []).flatMap((predecessor) => {
        const first = byId.get(predecessor.id);
        if (!first || backwards(period) || backwards(first.period)) return [];
        if (period.from >= first.period.from || period.until >= first.period.until) return [];
        return [
          {
            path,
            problem: `Mijlpaal "${id}" (${text}) ligt voor "${first.id}" (${first.text}), die eerst klaar moet zijn.`,
            remedy: `Zet "${id}" later of "${first.id}" eerder${predecessor.because === 'waitsFor' ? `, of haal "${first.id}" weg bij "waitsFor"` : ', of draai de stappen van de ronde om'}.`,
          },
        ];
      }),
    ),
  ];
}
