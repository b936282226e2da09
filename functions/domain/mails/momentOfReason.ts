import type { Round } from '../round/round.ts';
import type { MessageReason } from './owedMails.ts';

/** When that happened which a mail tells of. */
export function momentOfReason(reason: MessageReason, round: Round): string {
  switch (reason.kind) {
    case 'asked':
      return reason.request.askedAt ?? round.askAt;
    case 'given':
    case 'decided': {
      const { corrections, deferrals, recordedAt } = reason.request;
      return corrections?.at(-1)?.correctedAt ?? recordedAt ?? deferrals.at(-1)?.recordedAt ?? round.askAt;
    }
    default:
      return round.closedAt ?? round.openedAt;
  }
}
