import type { Fault, FaultyCloud } from './faultyCloud.ts';

/** A call that fails before the cloud has done it, and after. */
export const BEFORE: Fault = { kind: 'refuse', error: 'InternalServerError', status: 500 };
export const AFTER: Fault = { kind: 'lose-answer' };

export interface FailingCall {
  /** `the SendTaskSuccess (call 3) fails after` */
  readonly name: string;
  /** Lets that call of the next work fail. */
  arm(): void;
}

/** Does the work once, and returns each of its calls as it may fail: before and after, in the order of the calls. */
export async function everyCallOf(cloud: FaultyCloud, work: () => Promise<unknown>): Promise<FailingCall[]> {
  cloud.forget();
  await work();
  return cloud.calls.flatMap(({ operation }, index) =>
    [BEFORE, AFTER].map((fault) => ({
      name: `the ${operation} (call ${index + 1}) fails ${fault === BEFORE ? 'before' : 'after'}`,
      arm: () => {
        cloud.forget();
        cloud.arm(fault, { after: index });
      },
    })),
  );
}
