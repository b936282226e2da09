import { ROLE_REQUEST } from '../../domain/dutch.ts';
import type { RequestView } from '../../operations/statusViews.ts';

export interface StageGroup {
  readonly title: string;
  readonly requests: readonly RequestView[];
}

/** The answers of a round by who was asked together, in the order of its stages. */
export function stageGroups(requests: readonly RequestView[]): StageGroup[] {
  const groups = new Map<string, RequestView[]>();
  for (const request of requests) {
    const key = `${groupOf(request.body)} ${request.role}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()].map((together) => ({ title: titleOf(together), requests: together }));
}

function titleOf(together: readonly RequestView[]): string {
  const [first] = together;
  if (!first) return '';
  const asked = Object.entries(ROLE_REQUEST).find(([role]) => role === first.role)?.[1];
  return asked ? `${groupWord(first.body, together)}: gevraagd ${asked}` : groupWord(first.body, together);
}

function groupWord(body: string, together: readonly RequestView[]): string {
  const group = groupOf(body);
  if (group === 'college') return 'Colleges';
  if (group === 'council') return 'Raden';
  return together.length === 1 ? (together[0]?.name ?? body) : 'Gezamenlijke organen';
}

/** `GM1900/college` and `GM1900/council` say what they are; a joint body such as `rac` has no slash. */
function groupOf(body: string): string {
  return body.split('/')[1] ?? 'joint';
}
