import { dayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import type { IncomingItem } from '../intake/incomingItem.ts';
import type { Source } from '../intake/source.ts';
import { SCHEMA_VERSION } from '../round/round.ts';
import type { PollState } from './pollState.ts';

/** Who closes it when the system answers again. */
export const POLLER = 'besluitketen';

/** What a person sees when a council system cannot be read any more. Undefined: nobody needs to look (yet). */
export function troubleItem(
  source: Pick<Source, 'name' | 'municipality'>,
  system: string,
  state: PollState,
): IncomingItem | undefined {
  if (!state.item || !state.failingSince || !state.said) return undefined;
  return {
    kind: 'incoming',
    schemaVersion: SCHEMA_VERSION,
    id: state.item,
    source: source.name,
    municipality: source.municipality,
    receivedAt: state.failingSince,
    status: 'unknown',
    draft: {},
    reason: `Bron ${source.name} is sinds ${dutchDay(dayOf(state.failingSince))} niet te lezen. ${state.said}`,
    title: `${system} is niet te lezen`,
    content: '',
    lastWrite: 'poll-failing',
  };
}
