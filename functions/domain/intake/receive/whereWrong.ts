import type * as z from 'zod';
import { issueInDutch } from '../issueInDutch.ts';

/** Told of the fields that come first; a sender mends those and hears of the rest. */
const MOST_TOLD = 5;
/** Names of fields are the sender's own, and may be anything. */
const LONGEST_NAME = 60;

/** Where a message is wrong, for the one who sends it: a Dutch sentence with names of fields, never their content. */
export function whereWrong(error: z.ZodError): string {
  const fields = error.issues.slice(0, MOST_TOLD).map((issue) => {
    const name = issue.path.map(String).join('.').slice(0, LONGEST_NAME);
    return `${name || 'het bericht'} ${issueInDutch(issue)}`;
  });
  return `Het bericht heeft niet de afgesproken vorm: ${fields.join('; ')}.`;
}
