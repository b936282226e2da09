import Holidays, { type HolidaysTypes } from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../functions/domain/calendar/days.ts';
import { holidaysOf, isHoliday } from '../../functions/domain/calendar/holidays.ts';

/** Easter Sundays as published in almanacs. */
const EASTER = [
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
  '2036-04-13',
  '2037-04-05',
  '2038-04-25',
  '2039-04-10',
  '2040-04-01',
];

describe('recognised holidays', () => {
  test.each(EASTER)('follow Easter Sunday, %s', (easter) => {
    const days = new Map(holidaysOf(Number(easter.slice(0, 4))).map(({ name, day }) => [name, day]));
    expect(days.get('Goede Vrijdag')).toBe(addDays(easter, -2));
    expect(days.get('Tweede paasdag')).toBe(addDays(easter, 1));
    expect(days.get('Hemelvaartsdag')).toBe(addDays(easter, 39));
    expect(days.get('Tweede pinksterdag')).toBe(addDays(easter, 50));
  });

  test('of 2026, in the order of the calendar', () => {
    expect(holidaysOf(2026).map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  test("King's Birthday moves to the Saturday when 27 April is a Sunday", () => {
    expect(isHoliday('2025-04-26')).toBe(true);
    expect(isHoliday('2025-04-27')).toBe(false);
    expect(isHoliday('2031-04-26')).toBe(true);
    expect(isHoliday('2026-04-27')).toBe(true);
    expect(isHoliday('2026-04-26')).toBe(false);
  });

  test('two on one day are both named', () => {
    expect(
      holidaysOf(2016)
        .filter(({ day }) => day === '2016-05-05')
        .map(({ name }) => name),
    ).toEqual(['Bevrijdingsdag', 'Hemelvaartsdag']);
  });

  test('in every year fall on the weekday they are named for', () => {
    for (let year = 2014; year <= 2199; year += 1) {
      const days = new Map(holidaysOf(year).map(({ name, day }) => [name, day]));
      expect(weekdayOf(days.get('Goede Vrijdag')!)).toBe(5);
      expect(weekdayOf(days.get('Hemelvaartsdag')!)).toBe(4);
      expect(weekdayOf(days.get('Koningsdag')!)).not.toBe(7);
      const easterMonday = days.get('Tweede paasdag')!;
      expect(weekdayOf(easterMonday)).toBe(1);
      expect(easterMonday >= `${year}-03-23` && easterMonday <= `${year}-04-26`).toBe(true);
    }
  });

  test('ordinary days and weekends are none', () => {
    expect(['2026-12-24', '2026-12-31', '2026-04-05', '2026-05-04', '2025-12-16'].filter(isHoliday)).toEqual(
      [],
    );
  });
});

describe('an independent library of holidays', () => {
  const library = new Holidays('NL', { languages: 'nl' });
  const namesOf = (year: number, kind: HolidaysTypes.HolidayType) =>
    new Map(
      library
        .getHolidays(year)
        .filter(({ type }) => type === kind)
        .map(({ date, name }) => [date.slice(0, 10), name]),
    );

  // Its public holidays are days off, ours the days of the law: it names Easter Sunday and Whit Sunday, which are
  // weekend days already; and it has Good Friday (art. 3 lid 2) and Liberation Day (art. 3 lid 1, every year and not
  // only the lustrum years in which many have the day off) as days on which schools are closed.
  test.each(Array.from({ length: 16 }, (_, n) => 2025 + n))('has the same days in %i', (year) => {
    const days = namesOf(year, 'public');
    const onlyTheirs = [...days].filter(([day]) => !isHoliday(day));
    expect(onlyTheirs.map(([, name]) => name)).toEqual(['Pasen', 'Pinksteren']);
    for (const [day] of onlyTheirs) expect(weekdayOf(day)).toBe(7);

    const onlyOurs = holidaysOf(year).filter(({ day }) => !days.has(day));
    expect(new Map(onlyOurs.map(({ day, name }) => [day, name]))).toEqual(
      new Map([...namesOf(year, 'school')].filter(([day]) => !days.has(day))),
    );
    expect(onlyOurs.map(({ name }) => name)).toEqual(['Goede Vrijdag', 'Bevrijdingsdag']);
  });
});
