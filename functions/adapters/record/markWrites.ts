import { type MarkedAddress, markedAddressSchema } from '../../domain/mails/markedAddress.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { setting } from './expressions.ts';
import * as keys from './keys.ts';
import { parseRow } from './rows.ts';
import type { Table } from './table.ts';

type Marks = Pick<RecordStore, 'markAddress' | 'releaseAddress' | 'markedAddresses'>;

const NEVER = 'attribute_not_exists(pk)';
/** Another thing happened since, and since it was released: the same event again, or a late one, is neither. */
const SINCE = '(#markedAt < :at AND (attribute_not_exists(#releasedAt) OR #releasedAt < :at))';
const ONLY_DELAYED = '(#why = :delayed AND attribute_not_exists(#releasedAt))';

/**
 * Addresses that mails do not reach. Updates that make the row: who listens to the mail service may put nothing else.
 * What happened once never takes the place of what is for good, in whatever order the events come.
 */
export function recordMarks(table: Table): Marks {
  return {
    markAddress: (mark) => {
      const { condition, values } = conditionOf(mark);
      const removed = ['releasedAt', 'releasedBy', ...(mark.expiresAt === undefined ? ['expiresAt'] : [])];
      return table.update({
        key: keys.markedAddressKey(mark.address),
        ...setting(mark, condition, values, removed),
      });
    },
    releaseAddress: (address, released) =>
      table.update({
        key: keys.markedAddressKey(address),
        ...setting(
          { ...released, lastWrite: 'address-released' },
          'attribute_exists(pk) AND attribute_not_exists(#releasedAt)',
          {},
        ),
      }),
    markedAddresses: async () =>
      (await table.query(keys.MARKED_ADDRESSES)).map((row) => parseRow(markedAddressSchema, row)),
  };
}

function conditionOf({ why, markedAt }: MarkedAddress) {
  const values = { ':at': markedAt, ':delayed': 'delayed' };
  return why === 'delayed'
    ? {
        condition: `${NEVER} OR (#markedAt < :at AND (#why = :delayed OR #releasedAt < :at) AND (attribute_not_exists(#releasedAt) OR #releasedAt < :at))`,
        values,
      }
    : { condition: `${NEVER} OR ${ONLY_DELAYED} OR ${SINCE}`, values };
}
