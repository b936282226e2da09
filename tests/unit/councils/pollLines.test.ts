import { expect, test } from 'vitest';
import { pollLines } from '../../../functions/cli/views/pollLines.ts';
import type { PollSummary } from '../../../functions/operations/intake/pollSummary.ts';

const SUMMARY: PollSummary = {
  source: 'aa-raad',
  result: 'read',
  decisions: 12,
  proposed: 1,
  known: 2,
  unmatched: 9,
  skipped: 3,
  undecided: 40,
  from: '2026-01-07',
  until: '2026-02-11',
  items: ['0123456789abcdef'],
};

test('a look says which days, what was found and where to go on', () => {
  expect(pollLines(SUMMARY)).toEqual([
    'Bron aa-raad is gelezen, vergaderingen van 7 januari 2026 tot en met 11 februari 2026.',
    '12 besluiten gevonden: 1 nieuw voorgelegd, 2 al bekend, 9 over iets anders.',
    '40 agendapunten zonder uitkomst, 3 onleesbaar en overgeslagen.',
    '  0123456789abcdef  bekijk het met: besluitketen triage list',
  ]);
});

test.each([
  ['paused', /sources resume aa-raad/],
  ['busy', /vraag het straks opnieuw/],
  ['waiting', /met rust gelaten\. iBabs weigert/],
  ['failed', /niet \(helemaal\) te lezen\. iBabs weigert/],
  ['not-polled', /stuurt zelf berichten/],
] as const)('a look that was “%s” says what that means', (result, sentence) => {
  expect(pollLines({ ...SUMMARY, result, said: 'iBabs weigert antwoord.' })[0]).toMatch(sentence);
});
