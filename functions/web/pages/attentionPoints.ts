import { FLAG_WORD } from '../../domain/dutch.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { roundName } from './roundName.ts';

export interface AttentionPoint {
  readonly kind: string;
  /** The round, and the body if it is about one, by name. */
  readonly about: string;
  readonly text: string;
  /** What can be done, when the text itself does not say so. */
  readonly todo: string | null;
  readonly raisedAt: string | null;
}

/**
 * The flags that stand and the mails that fail. A failing mail has a flag from the next watch on: it is told once.
 * Mail services put addresses into their refusals; those are not for a page that everybody can read.
 */
export function attentionPoints(status: TrajectoryStatus): AttentionPoint[] {
  const standing = status.flags.filter((flag) => !flag.resolvedAt);
  const unflagged = status.failedMails.filter(
    (sentence) => !standing.some(({ subject }) => sentence.startsWith(`${subject}:`)),
  );
  return [
    ...standing.map(({ flag, subject, reason, todo, raisedAt }) => ({
      kind: FLAG_WORD[flag],
      about: aboutOf(status, subject),
      text: sentenceOf(subject, reason),
      todo: todo ?? null,
      raisedAt,
    })),
    ...unflagged.map((sentence) => {
      const subject = sentence.split(':')[0] ?? '';
      return {
        kind: FLAG_WORD['mail-failed'],
        about: aboutOf(status, subject),
        text: sentenceOf(subject, sentence),
        todo: null,
        raisedAt: null,
      };
    }),
  ];
}

/** A subject is a round or milestone, perhaps a body, and the key of a mail: `main.r1 GM0072/college asked`. */
function aboutOf(status: TrajectoryStatus, subject: string): string {
  const [roundId, body] = subject.split(' ');
  const round = status.rounds.find(({ id }) => id === roundId);
  if (!round) return status.milestones.find(({ id }) => id === roundId)?.title ?? subject;
  const name = round.requests.find((request) => request.body === body)?.name;
  return name ? `${roundName(round)}, ${name}` : roundName(round);
}

/** The reason of a flag as a sentence of its own, without anybody's address. */
export function sentenceOf(subject: string, reason: string): string {
  const own = reason.startsWith(`${subject}:`) ? reason.slice(subject.length + 1).trim() : reason;
  const sentence = own.charAt(0).toUpperCase() + own.slice(1);
  return sentence.replace(/[^\s@:;,<>()"']+@[^\s@:;,<>()"']+/g, '[adres]');
}
