import {
  FORBIDDEN,
  MOST_BYTES,
  malformed,
  NOT_NOW,
  notAllowed,
  type Problem,
  TOO_LARGE,
  tooMany,
  UNKNOWN_SOURCE,
  unauthenticated,
  wrongType,
} from '../../functions/domain/intake/receive/problem.ts';
import { contentOf } from './schemas.ts';

/** Every way in which a message is refused, from the refusals themselves; and what the headers of each are for. */
const REFUSALS: readonly (readonly [Problem, string])[] = [
  [malformed(''), 'No UTF-8, no JSON, nested deeper than 20 levels, or not of the agreed shape.'],
  [unauthenticated(''), 'The request does not say who sends it.'],
  [FORBIDDEN, 'It does, and it is wrong, or too old.'],
  [UNKNOWN_SOURCE, 'There is no source of this name and kind.'],
  [notAllowed(''), 'Another method.'],
  [TOO_LARGE, `More than ${MOST_BYTES} bytes.`],
  [wrongType('', ''), 'Another content type.'],
  [tooMany(1), 'More messages in this minute than was agreed.'],
  [NOT_NOW, 'Something of ours does not answer: nothing was taken, send it again.'],
];

/** The answers to a message. */
export function answersToMessage(): Readonly<Record<string, object>> {
  return {
    204: { description: 'Taken: the message is in the queue. The same message again has no second effect.' },
    ...problems(REFUSALS),
  };
}

/** The answers to the question whether messages may be sent. */
export function answersToHandshake(): Readonly<Record<string, object>> {
  return {
    200: {
      description: 'Permission is in the headers; without WebHook-Request-Origin there is none.',
      headers: {
        Allow: header('Always POST.'),
        'WebHook-Allowed-Origin': header('The origin that asked.'),
        'WebHook-Allowed-Rate': header('Messages a minute.'),
      },
    },
    ...problems(REFUSALS.filter(([{ status }]) => status === 404 || status === 503)),
  };
}

function problems(refusals: typeof REFUSALS): Record<string, object> {
  return Object.fromEntries(
    refusals.map(([{ status, headers = {} }, description]) => [
      status,
      {
        description,
        ...(Object.keys(headers).length > 0 && {
          headers: Object.fromEntries(Object.keys(headers).map((name) => [name, header()])),
        }),
        content: contentOf('application/problem+json', 'Problem'),
      },
    ]),
  );
}

function header(description?: string) {
  return { ...(description && { description }), schema: { type: 'string' } };
}
