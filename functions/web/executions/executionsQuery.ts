import type { ExecutionRow, Standing } from '../../operations/executions/listExecutions.ts';

/** What can be asked for, as it stands in the address. */
export const FILTERS = {
  alles: 'alle rondes',
  lopend: 'lopend',
  mislukt: 'mislukt of gestopt',
  hervat: 'hervat',
  afgesloten: 'ronde gesloten',
} as const;
export type ExecutionFilter = keyof typeof FILTERS;

export function readFilter(text: string | undefined): ExecutionFilter {
  return text !== undefined && Object.hasOwn(FILTERS, text) ? (text as ExecutionFilter) : 'alles';
}

const BROKEN: readonly Standing[] = ['failed', 'timed-out', 'aborted', 'absent', 'succeeded'];
/** What a person should look at comes first; then what runs, then what is over. */
const ORDER: readonly (readonly Standing[])[] = [BROKEN, ['unknown'], ['to-start', 'running']];

export function isMeant(filter: ExecutionFilter, { standing, round }: ExecutionRow): boolean {
  switch (filter) {
    case 'alles':
      return true;
    case 'lopend':
      return standing === 'running' || standing === 'to-start';
    case 'mislukt':
      return BROKEN.includes(standing);
    case 'hervat':
      return round.epoch > 1;
    case 'afgesloten':
      return round.status !== 'open';
  }
}

export function inOrder(rows: readonly ExecutionRow[]): ExecutionRow[] {
  const place = ({ standing }: ExecutionRow) => {
    const found = ORDER.findIndex((group) => group.includes(standing));
    return found === -1 ? ORDER.length : found;
  };
  return [...rows].sort(
    (a, b) => place(a) - place(b) || (a.round.openedAt < b.round.openedAt ? 1 : -1) || (a.id < b.id ? -1 : 1),
  );
}
