import * as z from 'zod';
import { requestKey } from '../../adapters/record/keys.ts';
import { type Attributes, attributes } from '../../adapters/record/table.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { weighRound } from '../../operations/weighRound.ts';

const keysSchema = z.object({ trajectory: z.string(), round: z.string(), epoch: z.int() });

/** What the chain reads: the name of its next state, and per body the item it puts when it asks. */
export interface WeighRoundOutput {
  readonly next: string;
  readonly asks: readonly { readonly body: string; readonly key: Attributes; readonly item: Attributes }[];
}

export function createHandler(deps: { readonly store: RecordStore }) {
  return async (event: unknown): Promise<WeighRoundOutput> => {
    const result = await weighRound(deps.store, keysSchema.parse(event));
    if ('ending' in result) return { next: result.ending, asks: [] };
    return {
      next: result.asking,
      asks: result.requests.map((request) => {
        const key = { ...requestKey(request.trajectory, request.round, request.body) };
        return { body: request.body, key: attributes(key), item: attributes({ ...key, ...request }) };
      }),
    };
  };
}
