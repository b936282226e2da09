/**
 * What comes of `work`, or of `late` when it takes longer than this many milliseconds. The work itself is not stopped:
 * whoever uses this must be able to bear that it is done after all.
 */
export async function inTime<T>(work: Promise<T>, milliseconds: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
