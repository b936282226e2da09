import * as z from 'zod';

const MAPPINGS = '/2015-03-31/event-source-mappings/';
const mappingsSchema = z.object({
  EventSourceMappings: z.array(z.object({ UUID: z.string() })).min(2, 'the two followers of the stream'),
});
const rulesSchema = z.object({
  Rules: z.array(z.object({ Name: z.string() })).min(2, 'status events of the chain, send events of SES'),
});

/**
 * Stops everything that makes the deployed stacks prompt: the followers of the record's stream and the rules on the
 * event bus (Lambda UpdateEventSourceMapping, EventBridge DisableRule). The chain, the daily watch and the functions
 * they call go on. Unsigned: the local cloud checks no signatures.
 */
export async function quieten({ endpoint }: { readonly endpoint: string }): Promise<void> {
  const { EventSourceMappings } = mappingsSchema.parse(await call(`${endpoint}${MAPPINGS}`, {}));
  for (const { UUID } of EventSourceMappings) {
    const body = JSON.stringify({ Enabled: false });
    const { State } = z
      .object({ State: z.string() })
      .parse(await call(`${endpoint}${MAPPINGS}${UUID}`, { method: 'PUT', body }));
    if (!/^Disabl(ed|ing)$/.test(State)) throw new Error(`event source mapping ${UUID} is ${State}`);
  }
  const { Rules } = rulesSchema.parse(await onBus(endpoint, 'ListRules', {}));
  for (const { Name } of Rules) await onBus(endpoint, 'DisableRule', { Name });
}

function onBus(endpoint: string, operation: string, input: object): Promise<unknown> {
  return call(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSEvents.${operation}` },
    body: JSON.stringify(input),
  });
}

async function call(url: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return text && JSON.parse(text);
}
