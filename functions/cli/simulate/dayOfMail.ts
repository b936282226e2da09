import { dayOf } from '../../domain/calendar/days.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { isAskedKey } from '../../domain/mails/askedPeople.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import { reminderDay, type SeenMail } from './mailbox.ts';
import type { Seen } from './report.ts';

/** The simulated day on which a mail left: that of the change that is its reason. */
export function dayOfMail(
  mail: SeenMail,
  { rounds, requests, statements }: Pick<Seen, 'rounds' | 'requests' | 'statements'>,
): string {
  const said = reminderDay(mail) ?? statementDay(mail, statements);
  if (said) return said;
  const [roundId = '', ...rest] = mail.reference.split('/');
  const round = rounds.find((each) => formatRoundId(each) === roundId);
  const body = rest.slice(0, -1).join('/');
  const request = requests.find((each) => each.round === roundId && each.body === body);
  const key = rest.at(-1) ?? '';
  const deferral = request?.deferrals.find(({ decisionId }) => key.endsWith(decisionId.slice(0, 12)));
  const at = isAskedKey(key)
    ? request?.askedAt
    : (deferral?.recordedAt ?? request?.recordedAt ?? round?.closedAt);
  return dayOf(at ?? round?.openedAt ?? '1970-01-01T12:00:00.000Z');
}

/** A statement goes to the lead when it was made, to the colleges when it was approved. */
function statementDay({ reference }: SeenMail, statements: readonly StatementRow[]): string | undefined {
  const [, quarter, key = ''] = /^statement-([^/]+)\/(.+)$/.exec(reference) ?? [];
  const row = statements.find((each) => each.quarter === quarter);
  if (!row) return undefined;
  return dayOf(key.startsWith('lead-') ? row.madeAt : (row.approvedAt ?? row.madeAt));
}
