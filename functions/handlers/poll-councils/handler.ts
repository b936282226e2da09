import * as z from 'zod';
import { dayOf } from '../../domain/calendar/days.ts';
import { isWorkingDay } from '../../domain/calendar/workingDays.ts';
import { pollSources } from '../../operations/intake/pollSources.ts';
import type { PollSummary } from '../../operations/intake/pollSummary.ts';

/** What the schedule sends holds nothing that is ours. */
const eventSchema = z.object({
  /** Also on a day on which nobody works: whoever starts it in the console decides that. */
  anyDay: z.boolean().default(false),
});

/** Asks all council systems, and looks for what document systems did not tell; the schedule knows weekends but not Easter, so that holidays are skipped here. */
export function createHandler(deps: Parameters<typeof pollSources>[0]) {
  return async (event: unknown): Promise<{ readonly polled: readonly PollSummary[] }> => {
    const { anyDay } = eventSchema.parse(event ?? {});
    if (!anyDay && !isWorkingDay(dayOf(deps.now()))) return { polled: [] };
    const polled = await pollSources(deps);
    // Without sentences and ids of items: the log has names of sources and counts.
    for (const { said: _said, items: _items, ...summary } of polled)
      deps.log.info('a source was looked at', summary);
    return { polled };
  };
}
