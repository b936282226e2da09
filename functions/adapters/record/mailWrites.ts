import type { RecordStore, StillSo } from '../../operations/ports.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

type MailWrites = Pick<RecordStore, 'claimMail' | 'markMailSent' | 'markMailFailed'>;

const CLAIMABLE =
  'attribute_not_exists(mails.#key) OR (attribute_not_exists(mails.#key.sentAt) AND mails.#key.claimedUntil <= :now)';

/** The state of a mail, on the row that is its reason: claimed, then sent or not. */
export function recordMailWrites(table: Table): MailWrites {
  return {
    claimMail: async (owner, key, claim, now, still) => {
      if ('milestone' in owner) await giveMails(table, keys.mailOwnerKey(owner));
      return table.update({
        key: keys.mailOwnerKey(owner),
        UpdateExpression: 'SET mails.#key = :claim, lastWrite = :claimed',
        ConditionExpression: [`(${CLAIMABLE})`, ...conditionsOf(still)].join(' AND '),
        ExpressionAttributeNames: { '#key': key, ...(still && { '#status': 'status' }) },
        values: {
          ':claim': claim,
          ':claimed': 'mail-claimed',
          ':now': now,
          ':status': still?.status,
          ':deferrals': still?.deferrals,
        },
      });
    },
    markMailSent: (owner, key, { sentAt, messageId }) =>
      table.update({
        key: keys.mailOwnerKey(owner),
        UpdateExpression:
          'SET mails.#key.sentAt = :sentAt, mails.#key.messageId = :messageId, lastWrite = :marked REMOVE mails.#key.#error',
        ConditionExpression: 'attribute_exists(mails.#key) AND attribute_not_exists(mails.#key.sentAt)',
        ExpressionAttributeNames: { '#key': key, '#error': 'error' },
        values: { ':sentAt': sentAt, ':messageId': messageId, ':marked': 'mail-marked' },
      }),
    markMailFailed: (owner, key, claim, { claimedUntil, error }) =>
      table.update({
        key: keys.mailOwnerKey(owner),
        UpdateExpression:
          'SET mails.#key.claimedUntil = :until, mails.#key.#error = :error, lastWrite = :marked',
        ConditionExpression: 'mails.#key.claimedUntil = :ours AND attribute_not_exists(mails.#key.sentAt)',
        ExpressionAttributeNames: { '#key': key, '#error': 'error' },
        values: {
          ':until': claimedUntil,
          ':error': error,
          ':ours': claim.claimedUntil,
          ':marked': 'mail-marked',
        },
      }),
  };
}

function conditionsOf(still: StillSo | undefined): string[] {
  if (!still) return [];
  return [
    '#status = :status',
    ...(still.deferrals === undefined ? [] : ['size(deferrals) = :deferrals']),
    ...(still.notRevised ? ['attribute_not_exists(revisedAt)'] : []),
  ];
}

/**
 * Milestones that were opened before there were reminders have no `mails`, and DynamoDB refuses a path into what is
 * not there as invalid, whatever the condition says.
 */
function giveMails(table: Table, key: keys.Key): Promise<boolean> {
  return table.update({
    key,
    UpdateExpression: 'SET mails = :none, lastWrite = :claimed',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(mails)',
    values: { ':none': {}, ':claimed': 'mail-claimed' },
  });
}
