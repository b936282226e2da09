import { setTimeout as wait } from 'node:timers/promises';

/**
 * Conflicts of DynamoDB transactions, which the SDK does not retry: `TransactionConflictException` for a plain
 * write, a cancellation with reason `TransactionConflict` or `ThrottlingError` for a transaction (AWS API
 * reference, TransactWriteItems). 6 tries, waits of at most 25·2ⁿ ms with full jitter: gives up after 0.8 s at
 * most, within any function's time.
 */
const TRIES = 6;
const FIRST_WAIT_MS = 25;
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

export async function retryingConflicts<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === TRIES - 1 || !isConflict(error)) throw error;
      await wait(Math.random() * FIRST_WAIT_MS * 2 ** attempt);
    }
  }
}

/** A conflict beside a failed condition is no conflict: the condition decides. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TransactionConflictException' || error.name === 'TransactionInProgressException')
    return true;
  if (error.name !== 'TransactionCanceledException') return false;
  const codes = ((error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? []).map(
    ({ Code }) => Code ?? 'None',
  );
  return codes.some((code) => PASSING.has(code)) && !codes.includes('ConditionalCheckFailed');
}
