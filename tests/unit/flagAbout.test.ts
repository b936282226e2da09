import { describe, expect, test } from 'vitest';
import { flagAbout, flagPlace, flagSentence } from '../../functions/domain/flags/flagAbout.ts';
import { byUrgency, URGENCY_OF } from '../../functions/domain/flags/urgency.ts';
import { planNames } from '../../functions/domain/plan/planNames.ts';
import { FLAG_KINDS, type Flag } from '../../functions/domain/trajectory.ts';
import { MEMO_PLAN } from './ledger/memoScenario.ts';
import { flagOf } from './portalRecord.ts';

const names = planNames(MEMO_PLAN);
const about = (flag: Flag['flag'], subject: string) => flagAbout(names, flagOf({ flag, subject }));

describe('what a flag is about reads as people say it', () => {
  test.each([
    ['overdue', 'process-proposal.r3 GM0072/college', 'Procesvoorstel fase 1, ronde 3, College Harlingen'],
    [
      'mail-failed',
      'process-proposal.r1 GM0072/college asked',
      'Procesvoorstel fase 1, ronde 1, College Harlingen',
    ],
    ['approaching', 'communication-strategy', 'Communicatiestrategie'],
    ['watch-failed', 'visietraject', 'Het hele traject'],
    ['unspent', '2025 2026-Q1', 'Geld van 2025, aan het einde van het 1e kwartaal 2026'],
    ['unspent', '2025 2026', 'Geld van 2025, aan het einde van 2026'],
    ['uncommitted', '2025', 'Geld van 2025'],
    ['overspent', 'spent', 'Alles wat is uitgegeven'],
    ['overspent', 'committed', 'Alles wat is verplicht'],
    ['overspent', 'tender-guidance', 'Projectbegeleiding aanbesteden'],
    ['no-benefit', 'GM0072', 'Harlingen'],
    ['late-allocation', '2026 2026-12-31', 'Bijdrage over 2026, verwacht op 31 december 2026'],
    ['forecast-shortfall', '2027', 'Verplichtingen tot en met 2027'],
    ['ledger-difference', 'balances', 'De bijgehouden saldi'],
  ] as const)('%s %s', (flag, subject, words) => {
    expect(about(flag, subject)).toBe(words);
  });

  test('what the plan does not know any more stays as it is written', () => {
    for (const subject of ['dropped-milestone', 'gone.r1 GM0072/college', '', 'x y z', '9999999'])
      for (const flag of FLAG_KINDS.filter((each) => each !== 'ledger-difference'))
        expect(about(flag, subject)).toBe(subject);
  });
});

test('a flag leads to where something can be done about it', () => {
  const place = (flag: Flag['flag'], subject: string) => flagPlace(names, flagOf({ flag, subject }));
  expect(place('overdue', 'process-proposal.r1 GM0072/college')).toEqual({
    kind: 'round',
    round: 'process-proposal.r1',
  });
  expect(place('at-risk', 'communication-strategy')).toEqual({ kind: 'plan' });
  expect(place('overspent', 'tender-guidance')).toEqual({ kind: 'budget' });
  expect(place('watch-failed', 'visietraject')).toEqual({ kind: 'trajectory' });
});

test('an address in a refusal of a mail service is not shown', () => {
  const text = flagSentence('a.r1 asked', 'a.r1 asked: <griffie@harlingen.example> is onbekend');
  expect(text).toBe('<[adres]> is onbekend');
});

describe('the most urgent comes first', () => {
  test('what went wrong before what will, and that before what is good to know', () => {
    const flags = [
      flagOf({ flag: 'approaching', subject: 'a', date: '2025-01-01' }),
      flagOf({ flag: 'at-risk', subject: 'b', date: '2025-01-01' }),
      flagOf({ flag: 'overdue', subject: 'c', date: '2026-05-01' }),
      flagOf({ flag: 'overdue', subject: 'd', date: '2026-01-01' }),
      // Without a day: since when it stands.
      flagOf({ flag: 'stuck', subject: 'e', raisedAt: '2026-02-01T06:00:00.000Z' }),
    ];
    expect(byUrgency(flags).map(({ subject }) => subject)).toEqual(['d', 'e', 'c', 'b', 'a']);
    expect(byUrgency([...flags].reverse())).toEqual(byUrgency(flags));
  });

  test('every kind of flag has its urgency', () => {
    expect(Object.keys(URGENCY_OF).sort()).toEqual([...FLAG_KINDS].sort());
  });
});
