import type * as z from 'zod';

/** Told of the fields that come first; a sender mends those and hears of the rest. */
const MOST_TOLD = 5;
/** Names of fields are the sender's own, and may be anything. */
const LONGEST_NAME = 60;

/** Where a message is wrong, for the one who sends it: a Dutch sentence with names of fields, never their content. */
export function whereWrong(error: z.ZodError): string {
  const fields = error.issues.slice(0, MOST_TOLD).map((issue) => {
    const name = issue.path.map(String).join('.').slice(0, LONGEST_NAME);
    return `${name || 'het bericht'} ${whatIsWrong(issue)}`;
  });
  return `Het bericht heeft niet de afgesproken vorm: ${fields.join('; ')}.`;
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // The issue does not say which of the two it is: it has not kept what was sent.
      return `${issue.path.length > 0 ? 'ontbreekt of ' : ''}is geen ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `is langer dan ${issue.maximum} tekens`;
    case 'too_small':
      return 'is leeg';
    case 'invalid_value':
      return `is niet ${issue.values.map(String).join(' of ')}`;
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'is geen tijd zoals 2026-06-09T13:00:00Z'
        : 'heeft een andere vorm';
    case 'custom':
      return issue.message;
    default:
      return 'kan zo niet';
  }
}

const TYPES: Readonly<Record<string, string>> = { string: 'tekst', object: 'object', record: 'object' };
