import { dueTermsOf } from '../../functions/domain/agenda/dueTerms.ts';
import type { Language } from '../../functions/domain/contacts/language.ts';
import type { IncomingItem } from '../../functions/domain/intake/incomingItem.ts';
import { statementCount } from '../../functions/domain/ledger/statement/countStatement.ts';
import { statementMail } from '../../functions/domain/ledger/statement/statementMail.ts';
import type { StatementRow } from '../../functions/domain/ledger/statement/statementRow.ts';
import { type ComposedMail, composeMail } from '../../functions/domain/mails/compose.ts';
import { composeNewLink } from '../../functions/domain/mails/composeNewLink.ts';
import { composeNotice } from '../../functions/domain/mails/composeNotice.ts';
import { composeReminder } from '../../functions/domain/mails/composeReminder.ts';
import { drawFor } from '../../functions/domain/mails/drawFor.ts';
import type { MessageReason } from '../../functions/domain/mails/owedMails.ts';
import { proposed } from '../../functions/domain/mails/texts/proposed.ts';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import { bodiesOf } from '../../functions/domain/plan/bodies.ts';
import type { OwedReminder } from '../../functions/domain/reminders/owedReminders.ts';
import { noticesOf } from '../../functions/domain/replan/notices.ts';
import type { Replanning } from '../../functions/domain/replan/replanning.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import { COLLEGES, decidedRow, examplePlan, LATER, requestRow, roundRow } from './exampleRecord.ts';

export const LINK = `https://portaal.example/besluit/${'a'.repeat(43)}`;
export const CODES = ['GM0001', 'GM0002'];
const PLAN = examplePlan(['mail: lead@regio.example', 'mail: lead@regio.example, phone: "0515 489 000"']);

/** One mail of every kind there is, as a person who reads this language gets it; what people typed is `text`. */
export function everyMail(language: Language, text = 'Een & ander'): Map<string, ComposedMail> {
  const person = { name: 'Sietske de Lezer', mail: 'lezer@aa.example', language };
  // The lead reads Dutch: of a mail to several people the plan's own lead must not be the one that is looked at.
  const plan = { ...PLAN, lead: { ...PLAN.lead, mail: person.mail } };
  const contacts = bodiesOf(plan).map(({ id }) => ({
    ...person,
    body: id,
    role: 'secretary' as const,
    replacements: [],
  }));
  const round = roundRow({
    title: text,
    proposal: text,
    revisionNote: text,
    number: 2,
    withdrawnBecause: text,
  });
  const open = requestRow(COLLEGES[1], {}, round);
  const answered = decidedRow(COLLEGES[0], { reference: text, note: text });
  const deferral = {
    decisionId: 'e'.repeat(32),
    decidedOn: '2026-02-02',
    newDate: '2026-03-03',
    recordedAt: LATER,
  };
  const correction = {
    ...{ decisionId: 'f'.repeat(32), outcome: 'rejected' as const, decidedOn: '2026-01-30' },
    ...{ recordedAt: LATER, by: text, via: 'command-line' as const, reason: text, correctedAt: LATER },
  };
  const requests = [answered, open];
  const due = { day: '2026-03-31', meeting: '2026-03-31', papersBy: '2026-03-17', assumed: false, moved: [] };
  const matter = {
    ...{ plan, round, requests, contacts },
    terms: dueTermsOf(plan, 1, { calendars: NO_CALENDARS, version: 0 }),
    agendaOf: () => 'https://portaal.example/agenda/x.ics',
    pageOf: (id: string) => `https://portaal.example/traject/voorbeeld/ronde/${id}`,
  };
  const roundMail = (reason: MessageReason) => composeMail(reason, matter);
  const askedOf = (body: string, link?: string): MessageReason => ({
    kind: 'asked',
    key: 'asked',
    request: requestRow(body, {}, round),
    person,
    answers: true,
    link,
  });
  const work = (body: string | undefined, kind: 'overdue' | 'before'): OwedReminder => ({
    key: 'remind-2026-03-31-b10-secretary1-01234567',
    rung: { key: 'remind-2026-03-31-b10', day: '2026-03-03', kind, escalates: false },
    work: {
      owner: { round, ...(body && { body }) },
      kind: body ? 'decide' : 'task',
      ...{ title: text, subject: 'main.r1', body, since: '2026-01-20', due, mails: {} },
    },
  });
  const reminders = (given: OwedReminder[], link?: string) =>
    composeReminder(
      { plan, trajectory: plan.id, sequence: 1, at: '2026-03-03T08:00:00.000Z', linkOf: () => link },
      { person, reminders: given },
    );
  const replanning: Replanning = {
    kind: 'replanning',
    schemaVersion: SCHEMA_VERSION,
    ...{ trajectory: plan.id, version: 2, planHash: 'a', previousPlanHash: 'b', reason: text, at: LATER },
    ...{ by: 'lead', via: 'command-line', mails: {}, lastWrite: 'replanned' },
    changes: {
      moves: [
        {
          ...{ of: 'running', subject: 'main.r2', title: text, bodies: [COLLEGES[0]] },
          ...{ from: '2026-03-31', to: '2026-06-30', papersBy: '2026-06-16', because: text },
        },
      ],
      added: ['prepare'],
      removed: ['consult'],
      rounds: [{ family: 'main', title: text, round: 'main.r1', asked: [COLLEGES[1]], expected: [] }],
      partners: [{ partner: 'bedrijf', title: text, informed: true }],
    },
  };
  const notices = noticesOf(replanning, { plan, own: plan, previous: plan }, contacts, '2026-02-02');
  const item = {
    ...{ title: text, source: 'zaaksysteem', reason: text },
    draft: { round: 'main.r1', outcome: 'adopted', on: '2026-02-02', reference: text, note: text },
  } as IncomingItem;
  const statement = statementCount('2026-Q1', CODES).statement();
  const row = { trajectory: plan.id, quarter: '2026-Q1', version: 2, approvedBy: text } as StatementRow;
  const statementTo = (key: string) => statementMail(plan, row, statement, { key, person });
  const closed = { plan, body: bodiesOf(plan)[0]!, title: text, roundId: 'main.r1', reference: 'x/y' };
  return new Map([
    ['asked', roundMail(askedOf(COLLEGES[0], LINK))],
    ['asked, without a link', roundMail(askedOf(COLLEGES[0]))],
    ['asked to take note', roundMail(askedOf('rac', LINK))],
    ['decided', roundMail({ kind: 'decided', key: 'decided-x', request: answered })],
    [
      'deferred',
      roundMail({ kind: 'decided', key: 'decided-x', request: { ...open, deferrals: [deferral] } }),
    ],
    [
      'corrected',
      roundMail({ kind: 'decided', key: 'decided-x', request: { ...answered, corrections: [correction] } }),
    ],
    [
      'decided under embargo',
      roundMail({ kind: 'decided', key: 'decided-x', request: { ...answered, embargo: '2026-02-20' } }),
    ],
    ['given', roundMail({ kind: 'given', key: 'given-x', request: { ...answered, embargo: '2026-02-20' } })],
    ['silent', roundMail({ kind: 'decided', key: 'decided-x', request: { ...answered, via: 'watch' } })],
    ['divided', roundMail({ kind: 'divided', key: 'divided' })],
    ['concluded', roundMail({ kind: 'concluded', key: 'concluded' })],
    ['withdrawn', roundMail({ kind: 'withdrawn', key: 'withdrawn' })],
    ['reminder', reminders([work(COLLEGES[0], 'before')], LINK)],
    ['late', reminders([work(COLLEGES[0], 'overdue')])],
    ['several reminders', reminders([work(COLLEGES[0], 'overdue'), work(undefined, 'before')], LINK)],
    ['new link', composeNewLink(closed, person, LINK, '2026-02-02')],
    ['replanned', composeNotice(plan, replanning, notices[0]!)],
    [
      'to be confirmed',
      drawFor([person], plan, 'x/y', (words) => proposed(words, plan, item, closed.body, LINK)),
    ],
    ['statement, to be approved', statementTo('lead-2')],
    ['statement', statementTo('college-01234567')],
  ]);
}
