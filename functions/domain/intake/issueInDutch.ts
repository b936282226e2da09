import type * as z from 'zod';

/** What is wrong with a value, as the end of a Dutch sentence that begins with its name; never the value itself. */
export function issueInDutch(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // The issue does not say which of the two it is: it has not kept what was given.
      return `${issue.path.length > 0 ? 'ontbreekt of ' : ''}is geen ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `is langer dan ${issue.maximum}${issue.origin === 'string' ? ' tekens' : ''}`;
    case 'too_small':
      return 'is leeg';
    case 'invalid_value':
      return `is niet ${issue.values.map(String).join(' of ')}`;
    case 'invalid_format':
      // A pattern of ours says in the schema itself what is meant.
      return FORMATS[issue.format] ?? (issue.format === 'regex' ? issue.message : 'heeft een andere vorm');
    case 'unrecognized_keys':
      return `kent geen ${issue.keys.join(', ')}`;
    case 'custom':
      return issue.message;
    default:
      return 'kan zo niet';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'tekst',
  object: 'object',
  record: 'object',
  array: 'lijst',
};
const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'is geen tijd zoals 2026-06-09T13:00:00Z',
  url: 'is geen adres zoals https://raad.gemeente.example',
};
