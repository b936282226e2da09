import { mailsOf } from './mailbox.ts';
import { until } from './until.ts';

/** The id of the personal link in the mail of a trajectory with this reference, newest first; waits until it has come. */
export async function linkIn(
  trajectory: string,
  reference: string,
  but: readonly string[] = [],
): Promise<string> {
  return until(`a link in ${reference}`, async () => {
    const mails = (await mailsOf(trajectory)).filter((mail) => mail.reference === reference);
    const ids = mails.flatMap(({ text }) => /\/besluit\/([A-Za-z0-9_-]{43})$/m.exec(text)?.[1] ?? []);
    return ids.filter((id) => !but.includes(id)).at(-1);
  });
}
