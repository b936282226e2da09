import type { Draft } from '../draft.ts';
import type { Finding, PlanPath } from '../planMistake.ts';

/** Names that `ask` and `owner` already use for groups. */
const GROUPS: readonly string[] = ['colleges', 'councils', 'organisation'];

interface Id {
  readonly id: string;
  readonly path: PlanPath;
}

/** An id says one thing only: bodies and partners share their names, for `owner` names both. */
export function duplicateIds(draft: Draft): Finding[] {
  const parties = [...draft.bodies, ...draft.partners].map(({ id, path }) => ({ id, path: [...path, 'id'] }));
  return [
    ...duplicates(
      'deelnemer',
      draft.participants.map(({ code, path }) => ({ id: code, path: [...path, 'code'] })),
    ),
    ...duplicates('orgaan of partner', parties),
    ...duplicates(
      'mijlpaal',
      draft.milestones.map(({ id, path }) => ({ id, path: [...path, 'id'] })),
    ),
    ...duplicates(
      'besluitronde',
      draft.rounds.flatMap(({ id, path }) => (id === undefined ? [] : [{ id, path: [...path, 'id'] }])),
    ),
    ...parties
      .filter(({ id }) => GROUPS.includes(id))
      .map(({ id, path }) => ({
        path,
        problem: `"${id}" is de naam van een groep en kan niet ook de naam van een orgaan of partner zijn.`,
        remedy: `Kies een andere naam dan ${GROUPS.join(', ')}.`,
      })),
  ];
}

function duplicates(what: string, ids: readonly Id[]): Finding[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path,
        problem: `Er is al een ${what} met de naam "${id}".`,
        remedy: 'Geef een van beide een andere naam, of haal de dubbele weg.',
      },
    ];
  });
}
