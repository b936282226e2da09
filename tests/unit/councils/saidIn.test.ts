import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOME_OF, SAID } from '../../../functions/domain/councils/councilDecision.ts';
import { plainText, plainTitle } from '../../../functions/domain/councils/plainText.ts';
import { readMeetingDay } from '../../../functions/domain/councils/readMeetingDay.ts';
import { saidInField, saidInText } from '../../../functions/domain/councils/saidIn.ts';

describe('the field for an outcome', () => {
  test.each([
    ['Aangenomen', 'aangenomen'],
    ['unaniem aangenomen', 'aangenomen'],
    ['Conform vastgesteld', 'aangenomen'],
    ['Motie verworpen', 'verworpen'],
    ['niet aangenomen', 'verworpen'],
    ['aangehouden', 'aangehouden'],
    ['uitgesteld', 'aangehouden'],
    ['Doorgeschoven naar de volgende vergadering', 'doorgeschoven'],
    ['Gewijzigd vastgesteld', 'gewijzigd'],
    ['geamendeerd aangenomen', 'gewijzigd'],
    ['aangenomen met amendementen', 'gewijzigd'],
    ['Ingetrokken', 'ingetrokken'],
    ['voor kennisgeving aangenomen', 'kennisgenomen'],
    ['kennis genomen', 'kennisgenomen'],
    ['UA', 'aangenomen'],
    ['GA', 'gewijzigd'],
    ['OA', 'anders'],
    ['V', 'verworpen'],
    ['U', 'aangehouden'],
    ['onder voorbehoud aangenomen', 'anders'],
    ['gelijke stemming, komt terug', 'anders'],
  ])('“%s” is %s', (written, said) => {
    expect(saidInField(written)).toBe(said);
  });

  // Guards: saidIn.ts: `return found.length === 1 ? found[0] : 'anders';`
  test('that says two things says nothing a machine may choose between', () => {
    expect(saidInField('motie verworpen, voorstel aangenomen')).toBe('anders');
  });

  test('that is empty says nothing', () => {
    expect(saidInField(' \n')).toBeUndefined();
  });
});

describe('running text', () => {
  // Guards: saidIn.ts: the label before the colon.
  test('tells an outcome only where it says so', () => {
    expect(saidInText('In 2023 heeft de raad de kaders vastgesteld.')).toBeUndefined();
    expect(saidInText('In 2023 zijn de kaders vastgesteld.\nBesluit: verworpen (3 voor, 16 tegen)')).toEqual({
      said: 'verworpen',
      saidAs: 'verworpen (3 voor, 16 tegen)',
    });
  });
});

describe('what a word of theirs means', () => {
  test('both words for a deferral defer, and none of them gives a new date', () => {
    expect([OUTCOME_OF.aangehouden, OUTCOME_OF.doorgeschoven]).toEqual(['deferred', 'deferred']);
  });

  test('what is withdrawn or said otherwise is for a person', () => {
    expect(SAID.filter((said) => OUTCOME_OF[said] === undefined)).toEqual(['ingetrokken', 'anders']);
  });
});

describe('a title', () => {
  test('loses its markup, and is not decoded twice', () => {
    expect(plainTitle('<p><b>Visie</b>&nbsp;sociale&#32;infrastructuur<br/>S&uacute;dwest</p>')).toBe(
      'Visie sociale infrastructuur Súdwest',
    );
    expect(plainTitle('&amp;lt;script&amp;gt;')).toBe('&lt;script&gt;');
  });

  test('of hostile text costs no more than its length', () => {
    const start = performance.now();
    for (const text of ['<'.repeat(5_000_000), '&'.repeat(5_000_000), '<a '.repeat(1_000_000)])
      plainText(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('the day of a meeting', () => {
  test.each([
    ['2026-05-12 19:30:00', '2026-05-12'],
    ['2026-05-12T00:00:00', '2026-05-12'],
    ['2026-05-11T22:30:00Z', '2026-05-12'],
    ['2026-05-12T19:30:00+02:00', '2026-05-12'],
    ['12-5-2026', '2026-05-12'],
    ['31-02-2026', undefined],
    ['gisteren', undefined],
    [1778607000000, undefined],
  ])('%s is %s', (written, day) => {
    expect(readMeetingDay(written)).toBe(day);
  });
});

test('whatever is written is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      saidInField(text);
      saidInText(text);
      readMeetingDay(text);
      expect(plainText(text)).not.toMatch(/<[^<>]*>\S*<\//);
    }),
  );
});
