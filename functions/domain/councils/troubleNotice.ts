import { dayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import type { IncomingItem } from '../intake/incomingItem.ts';
import type { PollState } from './pollState.ts';

export type TroubleNotice = Pick<IncomingItem, 'draft' | 'reason' | 'title' | 'content' | 'receivedAt'> & {
  readonly status: 'unknown';
};

/** What a person sees when a system that we ask cannot be read any more. Undefined: nobody needs to look (yet). */
export function troubleNotice(system: string, state: PollState): TroubleNotice | undefined {
  const { source, shown, failingSince, said } = state;
  if (!shown || !failingSince || !said) return undefined;
  return {
    status: 'unknown',
    receivedAt: failingSince,
    draft: {},
    reason: `Bron ${source} is sinds ${dutchDay(dayOf(failingSince))} niet te lezen. ${said}`,
    title: `${system} is niet te lezen`,
    content: '',
  };
}

/** One notice for one stretch of failing, however often it is tried: what makes it the same item. */
export function troubleKey({ failingSince }: PollState): string {
  return `niet te lezen sinds ${failingSince}`;
}
