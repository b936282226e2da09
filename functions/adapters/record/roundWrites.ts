import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { DecisionRequest, Round } from '../../domain/round/round.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { check, put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

type RoundWrites = Pick<
  RecordStore,
  | 'writeAnswer'
  | 'writeAttachment'
  | 'advanceRound'
  | 'raiseEpoch'
  | 'markStarted'
  | 'markWoken'
  | 'settleRound'
>;

export function recordRoundWrites(table: Table): RoundWrites {
  return {
    writeAnswer: (request, before, audit) =>
      table.transact([...answerWrite(table, request, before), putAudit(table, audit)]),
    writeAttachment: ({ trajectory, round, body, decisionId }, attachment, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.requestKey(trajectory, round, body),
          setting(
            { attachment, lastWrite: 'attached' },
            '#decisionId = :seen AND attribute_not_exists(#attachment)',
            { ':seen': decisionId },
          ),
        ),
        putAudit(table, audit),
      ]),
    advanceRound: (round, advance, audit) =>
      table.transact([
        updateRound(
          table,
          round,
          { ...advance, faults: 0 },
          `#status = :open AND #epoch = :epoch AND #stage = :stage AND ${CORRECTIONS_AS_SEEN}`,
          {
            ':open': 'open',
            ':epoch': round.epoch,
            ':stage': round.stage,
            ':corrections': round.corrections ?? 0,
          },
        ),
        putAudit(table, audit),
      ]),
    raiseEpoch: (round, faults, audit) =>
      table.transact([
        updateRound(
          table,
          round,
          { epoch: round.epoch + 1, faults, lastWrite: 'resumed' },
          '#status = :open AND #epoch = :epoch',
          { ':open': 'open', ':epoch': round.epoch },
        ),
        putAudit(table, audit),
      ]),
    markStarted: (round, at) =>
      table.update({
        key: keys.roundKey(round.trajectory, round),
        UpdateExpression: 'SET startedEpoch = :epoch, startedAt = :at, lastWrite = :started',
        ConditionExpression: 'startedEpoch < :epoch',
        values: { ':epoch': round.epoch, ':at': at, ':started': 'started' },
      }),
    markWoken: (request, at) =>
      table.update({
        key: keys.requestKey(request.trajectory, request.round, request.body),
        UpdateExpression: 'SET wokenAt = :at, lastWrite = :woken',
        ConditionExpression: '#token = :token AND attribute_not_exists(wokenAt)',
        ExpressionAttributeNames: { '#token': 'token' },
        values: { ':at': at, ':woken': 'woken', ':token': request.token },
      }),
    settleRound: (round) =>
      table.update({
        key: keys.roundKey(round.trajectory, round),
        UpdateExpression: 'SET lastWrite = :settled REMOVE openIn',
        ConditionExpression: '#status <> :open',
        ExpressionAttributeNames: { '#status': 'status' },
        values: { ':settled': 'settled', ':open': 'open' },
      }),
  };
}

/** An entry that was replaced after the weighing read it must not be what the stage passes on. */
const CORRECTIONS_AS_SEEN = '(attribute_not_exists(#corrections) OR #corrections = :corrections)';

/** What an answer changes: the chain may put a token and a mail its mark on the same row meanwhile. */
const ANSWER_ATTRIBUTES = [
  'status',
  'deferrals',
  'outcome',
  'decidedOn',
  'recordedAt',
  'reference',
  'note',
  'embargo',
  'decisionId',
  'by',
  'via',
  'lastWrite',
] as const satisfies readonly (keyof DecisionRequest)[];

/** An answer to an open request, or the answer of a body that was not asked yet in a round that is open. */
function answerWrite(
  table: Table,
  request: DecisionRequest,
  before: DecisionRequest | undefined,
): TransactWriteItem[] {
  const key = keys.requestKey(request.trajectory, request.round, request.body);
  if (!before) {
    return [
      put(table, key, request),
      check(table, keys.roundKey(request.trajectory, parseRoundId(request.round)), '#status = :open', {
        ':open': 'open',
      }),
    ];
  }
  const answered = Object.fromEntries(ANSWER_ATTRIBUTES.map((name) => [name, request[name]]));
  return [
    transactUpdate(
      table,
      key,
      setting(answered, '#status = :open AND size(#deferrals) = :deferrals', {
        ':open': 'open',
        ':deferrals': before.deferrals.length,
      }),
    ),
  ];
}

export function updateRound(
  table: Table,
  round: Round,
  changed: object,
  condition: string,
  values: Record<string, unknown>,
): TransactWriteItem {
  return transactUpdate(table, keys.roundKey(round.trajectory, round), setting(changed, condition, values));
}
