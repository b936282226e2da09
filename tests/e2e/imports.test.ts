import { beforeAll, describe, expect, test } from 'vitest';
import { createReferenceData } from '../../functions/adapters/record/referenceData.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { scopeOf } from '../../functions/domain/reference.ts';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { outputs, settings, store } from './deployed.ts';
import { BY, copyOfPlan, FIRST_DAY, fileWith, type PlanCopy } from './trajectories.ts';
import { until } from './until.ts';

const HEADER = 'body;kind;from;until;papersBy;name';
const reference = createReferenceData(createTable(outputs.TableName, settings));
const IMPORTED = { at: '2026-05-11T09:00:00.000Z', by: 'tests', file: 'rooster.csv' };

let counted = 0;
const csv = (...lines: string[]) => fileWith(`rooster-${++counted}.csv`, lines.join('\r\n'));
const json = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await besluitketenHere([...args, '--json']);
  return { exitCode, stderr, told: JSON.parse(stdout) };
};

/** A plan with a clock of its own, so that what is imported for it is nobody else's. */
let plan: PlanCopy;
let scope: string;
beforeAll(async () => {
  plan = copyOfPlan('imports');
  await startTrajectory(store, plan.plan, plan.id, 'virtual', momentOf(FIRST_DAY), BY);
  scope = scopeOf((await store.trajectory(plan.id))!);
});
const mine = () => ['--trajectory', plan.id];

describe('calendars', () => {
  test('are imported from a spreadsheet and listed; the same again changes nothing', async () => {
    const file = csv(
      HEADER,
      'GM0072/council;meeting;16-6-2026;;27-5-2026;',
      'GM0072/council;recess;04-07-2026;16-08-2026;;Zomerreces',
      'rac;meeting;12-5-2026;;;',
    );
    const first = await besluitketen(['calendar', 'import', file, ...mine()]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toBe('Ingelezen: het rooster van GM0072/council, rac.\n');
    const again = await json('calendar', 'import', file, ...mine());
    expect(again).toMatchObject({ exitCode: 0, told: { changed: false, bodies: ['GM0072/council', 'rac'] } });

    const { told } = await json('calendar', 'list', 'GM0072/council', ...mine());
    expect(told.calendars).toMatchObject([
      {
        body: 'GM0072/council',
        meetings: [{ day: '2026-06-16', papersBy: '2026-05-27' }],
        recesses: [{ from: '2026-07-04', until: '2026-08-16', name: 'Zomerreces' }],
      },
    ]);
    const table = await besluitketenHere(['calendar', 'list', ...mine()]);
    expect(table.stdout).toMatch(/GM0072\/council.*2026-07-04 t\/m 2026-08-16/);
    const ofOne = await besluitketenHere(['calendar', 'list', 'GM0072/council', ...mine()]);
    expect(ofOne.stdout).toMatch(/vergadering.*2026-06-16.*2026-05-27/);
    const ofNone = await besluitketenHere(['calendar', 'list', 'GM1940/college', ...mine()]);
    expect(ofNone.stdout).toContain('geen vergaderrooster bekend');
  });

  test('are imported from iCalendar for the body that is given, and leave those of others', async () => {
    const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20260518T220000Z', 'SUMMARY:College', 'END:VEVENT'];
    const file = fileWith('college.ics', ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n'));
    const before = (await reference.calendars(scope)).calendars;
    const { told } = await json('calendar', 'import', file, '--body', 'GM0072/college', ...mine());
    expect(told).toMatchObject({ changed: true, bodies: ['GM0072/college'] });
    const after = (await reference.calendars(scope)).calendars;
    expect(after.get('GM0072/college')?.meetings).toEqual([{ day: '2026-05-19' }]);
    for (const [body, calendar] of before) expect(after.get(body)).toEqual(calendar);
  });

  test('of a wrong file are all refused, each mistake with its line, and nothing is changed', async () => {
    const before = await reference.calendars(scope);
    const file = csv(
      HEADER,
      'rac;meeting;30-2-2026;;;',
      'gr;meeting;12-5-2026;;;',
      'GM0072/college;meeting;12-5-2026;;;',
    );
    const refused = await json('calendar', 'import', file, ...mine());
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/^CALENDAR_INVALID: .*2 fouten.*Er is niets overgenomen\.\n$/);
    expect(refused.told.mistakes.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
    const inWords = await besluitketenHere(['calendar', 'import', file, ...mine()]);
    expect(inWords.stdout).toMatch(/^regel 2: from: "30-2-2026" is geen bestaande dag; schrijf een dag als/);
    expect(await reference.calendars(scope)).toEqual(before);
  });

  test.each([
    ['a body that no plan knows', ['calendar', 'list', 'GM0073/council'], 'UNKNOWN_BODY'],
    ['such a body for a feed', ['calendar', 'import', 'x.ics', '--body', 'gr'], 'UNKNOWN_BODY'],
    ['a file of another kind', ['calendar', 'import', 'rooster.xlsx'], 'INVALID_INPUT'],
    [
      'a body beside a file that names them',
      ['calendar', 'import', 'x.csv', '--body', 'rac'],
      'INVALID_INPUT',
    ],
    ['a file that is not there', ['contacts', 'import', 'er-niet.csv'], 'CONTACTS_INVALID'],
  ])('%s is refused', async (_what, args, code) => {
    const { exitCode, stderr } = await besluitketenHere([...args, ...mine()]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${code}: .+\\n$`));
  });

  test('of a trajectory that is not there are refused', async () => {
    const { stderr } = await besluitketenHere(['calendar', 'list', '--trajectory', 'er-niet']);
    expect(stderr).toMatch(/^UNKNOWN_TRAJECTORY: /);
  });

  // More than one transaction of DynamoDB takes, with its own conditions and batches.
  test('of 150 bodies are written whole, and two imports at once are both there', async () => {
    const many = (from: number) =>
      new Map(
        Array.from({ length: 150 }, (_, n) => {
          const body = `GM${from + n}/council`;
          return [body, { body, meetings: [{ day: '2026-06-16' }], recesses: [], facts: [] }];
        }),
      );
    const results = await Promise.all([
      importCalendars(reference, `${plan.id}-many`, many(1000), IMPORTED),
      importCalendars(
        createReferenceData(createTable(outputs.TableName, settings)),
        `${plan.id}-many`,
        many(2000),
        IMPORTED,
      ),
    ]);
    expect(results.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect((await reference.calendars(`${plan.id}-many`)).calendars.size).toBe(300);
  });
});

describe('contacts', () => {
  const header =
    'body,role,name,mail,from,until,replacement,replacementMail,replacementFrom,replacementUntil';
  const jansen = 'GM0072/council,secretary,J. Jánsen,j.jansen@harlingen.example,,';

  test('are imported in the encoding of Windows, and only the list shows addresses', async () => {
    const text = [header, `${jansen},P. Pieters,p.pieters@harlingen.example,2026-08-01,2026-08-21`].join(
      '\r\n',
    );
    const file = fileWith('contacten.csv', Buffer.from(text, 'latin1'));
    const loaded = await besluitketenHere(['contacts', 'import', file, ...mine()]);
    expect(loaded).toMatchObject({ exitCode: 0, stderr: '' });
    expect(loaded.stdout).toBe('Ingelezen: de contactpersonen van GM0072/council.\n');
    const listed = await besluitketenHere(['contacts', 'list', ...mine()]);
    expect(listed.stdout).toMatch(/J\. Jánsen.*j\.jansen@harlingen\.example.*P\. Pieters/);
    const again = await json('contacts', 'import', file, ...mine());
    expect(again.told).toEqual({ changed: false, version: 1, bodies: ['GM0072/council'], contacts: 1 });
  });

  test('of a wrong file are refused, and nothing is changed', async () => {
    const before = await reference.contacts(scope);
    const refused = await json(
      'contacts',
      'import',
      csv(header, `${jansen},,,,`, 'rac,griffier,A,a@b,,,,,,'),
      ...mine(),
    );
    expect(refused.stderr).toMatch(/^CONTACTS_INVALID: /);
    expect(refused.told.mistakes.map(({ line }: { line: number }) => line)).toEqual([3, 3]);
    expect(await reference.contacts(scope)).toEqual(before);
  });
});

test('what is imported without a trajectory is for the bodies of all that run on the real clock', async () => {
  const real = copyOfPlan('imports-real');
  await startTrajectory(store, real.plan, real.id, 'real', momentOf(FIRST_DAY), BY);
  // Of a day that decides nothing for other tests: long ago.
  const file = csv(HEADER, 'rac;election;1-3-2001;;;lang geleden');
  await until('it is in the index', async () => (await store.activeTrajectories('real')).includes(real.id));
  const { told } = await json('calendar', 'import', file);
  expect(told.bodies).toEqual(['rac']);
  expect((await reference.calendars('real')).calendars.get('rac')?.facts).toEqual([
    { day: '2001-03-01', kind: 'election', name: 'lang geleden' },
  ]);
});

test('an import that was a mistake is undone on the command line', async () => {
  const own = copyOfPlan('undone');
  await startTrajectory(store, own.plan, own.id, 'virtual', momentOf(FIRST_DAY), BY);
  const of = ['--trajectory', own.id];
  expect((await json('calendar', 'import', csv(HEADER, 'rac;meeting;12-5-2026;;;'), ...of)).exitCode).toBe(0);
  const before = (await json('calendar', 'list', ...of)).told.calendars;
  expect((await json('calendar', 'import', csv(HEADER, 'rac;meeting;19-5-2026;;;'), ...of)).exitCode).toBe(0);
  expect((await json('calendar', 'list', ...of)).told.calendars).not.toEqual(before);
  const undone = await besluitketenHere(['calendar', 'undo', ...of]);
  expect(undone).toMatchObject({
    exitCode: 0,
    stdout: 'De roosters van vóór het laatste inlezen gelden weer.\n',
  });
  expect((await json('calendar', 'list', ...of)).told.calendars).toEqual(before);
});
