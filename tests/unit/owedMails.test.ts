import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClaimable, type MailReason, owedMails } from '../../functions/domain/mails/owedMails.ts';
import type { DecisionRequest, MailState, Round } from '../../functions/domain/round/round.ts';
import { COLLEGES, COUNCILS, decidedRow, LATER, OPENED, requestRow, roundRow } from './exampleRecord.ts';

const SENT: MailState = { claimedUntil: OPENED, attempts: 1, sentAt: OPENED, messageId: 'm1' };
const DEFERRAL = {
  decisionId: 'e'.repeat(32),
  decidedOn: '2026-02-02',
  newDate: '2026-03-03',
  recordedAt: LATER,
};
const kinds = (reasons: MailReason[]) => reasons.map(({ kind, key }) => [kind, key]);

/** The rows after this mail was sent. */
function sent(reason: MailReason, round: Round, requests: DecisionRequest[]): [Round, DecisionRequest[]] {
  if (!('request' in reason)) return [{ ...round, mails: { ...round.mails, [reason.key]: SENT } }, requests];
  const { body } = reason.request;
  return [
    round,
    requests.map((each) =>
      each.body === body ? { ...each, mails: { ...each.mails, [reason.key]: SENT } } : each,
    ),
  ];
}

const anyRequest = (body: string) =>
  fc
    .record({
      how: fc.constantFrom('unasked', 'asked', 'deferred', 'early', 'decided', 'closed'),
      again: fc.boolean(),
    })
    .map(({ how, again }): DecisionRequest[] => {
      const deferrals = again ? [DEFERRAL] : [];
      if (how === 'unasked') return [];
      if (how === 'early') {
        const { askedAt: _none, ...unasked } = requestRow(body, { deferrals: [DEFERRAL] });
        return [unasked];
      }
      if (how === 'decided') return [decidedRow(body, { deferrals })];
      return [
        requestRow(body, {
          status: how === 'closed' ? 'closed' : 'open',
          deferrals: how === 'deferred' ? [DEFERRAL] : deferrals,
        }),
      ];
    });
const anyRows = fc.tuple(
  fc.constantFrom<Round['status']>('open', 'concluded', 'handed-over', 'withdrawn'),
  fc.tuple(...[...COLLEGES, 'rac', ...COUNCILS].map(anyRequest)),
);

describe('the mails a round owes', () => {
  // The guard is `state?.sentAt === undefined` in mailOf.
  test('once each owed mail was sent, nothing is owed', () => {
    fc.assert(
      fc.property(anyRows, ([status, all]) => {
        let rows: [Round, DecisionRequest[]] = [roundRow({ status }), all.flat()];
        const owed = owedMails(...rows);
        for (const [index, reason] of owed.entries()) {
          rows = sent(reason, ...rows);
          expect(kinds(owedMails(...rows))).toEqual(kinds(owed.slice(index + 1)));
        }
        expect(owedMails(...rows)).toEqual([]);
      }),
    );
  });

  test('a reason is one mail: no row owes two under one key', () => {
    fc.assert(
      fc.property(anyRows, ([status, all]) => {
        const owed = owedMails(roundRow({ status }), all.flat());
        const names = owed.map((reason) =>
          'request' in reason ? `${reason.request.body} ${reason.key}` : reason.key,
        );
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  // The guard is the key `asked`: it does not follow from token or epoch.
  test('a body is asked by mail once in a round, also when its execution was resumed', () => {
    const request = requestRow(COLLEGES[0], { mails: { asked: SENT } });
    const resumed = { ...request, epoch: 2, token: 'another token' };
    expect(owedMails(roundRow({ epoch: 2 }), [resumed])).toEqual([]);
  });

  test('a body that answered before it was asked is not asked', () => {
    const { askedAt: _none, ...early } = decidedRow(COUNCILS[0]);
    expect(kinds(owedMails(roundRow(), [early]))).toEqual([['decided', `decided-${'d'.repeat(12)}`]]);
  });

  test('a body that deferred before it was asked is asked when the chain comes to it, not before', () => {
    const { askedAt: _none, ...early } = requestRow(COUNCILS[0], { deferrals: [DEFERRAL] });
    expect(kinds(owedMails(roundRow(), [early]))).toEqual([['decided', `decided-${'e'.repeat(12)}`]]);
    expect(kinds(owedMails(roundRow(), [{ ...early, askedAt: LATER }]))).toContainEqual(['asked', 'asked']);
  });

  // The guards are `round.status === 'open'` and `request.status === 'open'` in mailsOfRequest.
  test('nobody is asked any more once it answered or the round is closed', () => {
    expect(kinds(owedMails(roundRow(), [decidedRow(COLLEGES[0])]))).not.toContainEqual(['asked', 'asked']);
    expect(kinds(owedMails(roundRow({ status: 'withdrawn' }), [requestRow(COLLEGES[0])]))).toEqual([
      ['withdrawn', 'withdrawn'],
    ]);
  });

  test('a deferral is told, and the answer after it is told too', () => {
    const mails = { asked: SENT };
    const deferred = requestRow(COLLEGES[0], { deferrals: [DEFERRAL], mails });
    const [told] = owedMails(roundRow(), [deferred]);
    expect(told).toMatchObject({ kind: 'decided' });
    const answered = decidedRow(COLLEGES[0], {
      deferrals: [DEFERRAL],
      mails: { ...mails, [told!.key]: SENT },
    });
    expect(kinds(owedMails(roundRow(), [answered]))).toEqual([['decided', `decided-${'d'.repeat(12)}`]]);
  });

  test('a divided round is told as divided, a withdrawn one as withdrawn, a concluded one also to its partners', () => {
    expect(kinds(owedMails(roundRow({ status: 'handed-over' }), []))).toEqual([['divided', 'divided']]);
    expect(kinds(owedMails(roundRow({ status: 'withdrawn' }), []))).toEqual([['withdrawn', 'withdrawn']]);
    expect(kinds(owedMails(roundRow({ status: 'concluded' }), []))).toEqual([
      ['concluded', 'concluded'],
      ['partner-informed', 'partner-bedrijf'],
    ]);
    expect(owedMails(roundRow(), [])).toEqual([]);
  });
});

describe('a mail can be claimed', () => {
  const free = { claimedUntil: LATER, attempts: 1 };
  test('when nobody tried yet', () => expect(isClaimable(undefined, LATER)).toBe(true));
  test('not while somebody is at it', () => expect(isClaimable(free, OPENED)).toBe(false));
  test('from the moment at which the claim has lapsed', () => expect(isClaimable(free, LATER)).toBe(true));
  // The guard is `state.sentAt === undefined` in isClaimable.
  test('never again once it was sent', () => {
    expect(isClaimable({ ...free, sentAt: OPENED }, '2030-01-01T00:00:00.000Z')).toBe(false);
  });
});
