import type { Day } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import type { Body } from '../plan/bodies.ts';
import type { Calendars } from './calendar.ts';

/**
 * What happens to these bodies after `from`, up to and including `until`, each fact once with whom it concerns:
 * "Gemeenteraadsverkiezingen op 18 maart 2026 (Raad Harlingen, Raad Waadhoeke)". Elections and new councils: whoever
 * is asked before may be another person afterwards.
 */
export function factsBetween(
  calendars: Calendars,
  bodies: readonly Pick<Body, 'id' | 'name'>[],
  from: Day,
  until: Day,
): string[] {
  const concerned = new Map<string, { day: Day; names: string[] }>();
  for (const { id, name } of bodies) {
    for (const fact of calendars.get(id)?.facts ?? []) {
      if (fact.day <= from || fact.day > until) continue;
      const said = `${fact.name} op ${dutchDay(fact.day)}`;
      const known = concerned.get(said) ?? { day: fact.day, names: [] };
      concerned.set(said, { ...known, names: [...known.names, name] });
    }
  }
  return [...concerned]
    .sort(([, a], [, b]) => a.day.localeCompare(b.day))
    .map(([said, { names }]) => `${said} (${names.join(', ')})`);
}
