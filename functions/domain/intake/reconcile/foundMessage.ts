import { DECISIONS_CHANNEL } from '../announcement.ts';
import type { QueuedMessage } from '../queuedMessage.ts';
import type { ListedDecision } from './readDecisionPage.ts';

/**
 * The notification (ZGW Notificaties API 1.0) that did not come, made by ourselves: from here on what was found goes the
 * way of what was told. Its key is that of the decision as it is listed, so that it is worked out once.
 */
export function foundMessage(
  { name, speaks }: { readonly name: string; readonly speaks: QueuedMessage['speaks'] },
  { url, kind, organisation, key }: ListedDecision,
  at: string,
): QueuedMessage {
  const kenmerken = { verantwoordelijkeOrganisatie: organisation, besluittype: kind };
  return {
    source: name,
    speaks,
    receivedAt: at,
    messageKey: key,
    content: JSON.stringify({
      kanaal: DECISIONS_CHANNEL,
      hoofdObject: url,
      resource: 'besluit',
      resourceUrl: url,
      actie: 'create',
      aanmaakdatum: at,
      kenmerken,
      // Whoever looks at its item later sees that nobody sent this.
      source: 'besluitketen, gevonden bij nalopen',
    }),
    foundBy: 'reconciliation',
  };
}
