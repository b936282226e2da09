import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { dayOf } from '../../domain/calendar/days.ts';
import { bodiesInScope, knownBody } from '../../operations/bodiesInScope.ts';
import { importCalendars } from '../../operations/importCalendars.ts';
import { undoImport } from '../../operations/undoImport.ts';
import { connect } from '../cloud.ts';
import { importedFrom, refuseFile } from '../importFile.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { readCalendarFile } from '../readCalendarFile.ts';
import { calendarLines, calendarTable } from '../views/calendarLines.ts';

interface CalendarOptions extends CommonOptions {
  readonly body?: string;
  readonly trajectory?: string;
}

/** `calendar import|list|undo`: when each body meets, and when it is in recess. */
export function calendarCommands(user: string): {
  readonly calendar: Command;
  readonly parts: readonly Command[];
} {
  const load = new Command('import')
    .description('leest vergaderdagen en recessen in; vervangt die van de organen in het bestand')
    .argument('<bestand>', 'een .csv of .ics')
    .option('--body <orgaan>', 'van welk orgaan een .ics is die dat zelf niet zegt')
    .option('--trajectory <traject>', 'alleen de organen van dit traject')
    .action(async (file: string, options: CalendarOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope, bodies } = await bodiesInScope(store, options.trajectory);
      if (options.body !== undefined) knownBody(bodies, options.body);
      const at = wallClock();
      const read = readCalendarFile(file, new Set(bodies.keys()), options.body, dayOf(at));
      if ('mistakes' in read) throw refuseFile('CALENDAR_INVALID', file, read.mistakes, options.json);
      const { calendars } = read;
      const result = await importCalendars(reference, scope, calendars, importedFrom(file, at, user));
      print(options.json, { ...result, bodies: [...calendars.keys()] }, () => [
        result.changed
          ? `Ingelezen: het rooster van ${[...calendars.keys()].join(', ')}.`
          : 'Deze roosters waren al ingelezen; er is niets gewijzigd.',
      ]);
    });
  const list = new Command('list')
    .description('wanneer organen vergaderen; met een orgaan: elke dag')
    .argument('[orgaan]', 'bijvoorbeeld GM0072/council')
    .option('--trajectory <traject>', 'alleen de organen van dit traject')
    .action(async (body: string | undefined, options: CalendarOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope, bodies } = await bodiesInScope(store, options.trajectory);
      if (body !== undefined) knownBody(bodies, body);
      const { version, calendars, imported } = await reference.calendars(scope);
      const views = [...calendars.values()]
        .filter((each) => (body === undefined ? bodies.has(each.body) : each.body === body))
        .map((each) => ({ ...each, imported: imported.get(each.body) ?? null }));
      print(options.json, { version, calendars: views }, () =>
        body === undefined ? calendarTable(views) : calendarLines(body, views[0]),
      );
    });
  const undo = new Command('undo')
    .description('draait het laatste inlezen terug; nog eens: maakt dat ongedaan')
    .option('--trajectory <traject>', 'alleen van dit (nagespeelde) traject')
    .action(async (options: CalendarOptions) => {
      const { store, reference } = await connect(options.stage);
      const { scope } = await bodiesInScope(store, options.trajectory);
      const by = importedFrom('(teruggedraaid)', wallClock(), user);
      const result = await undoImport(reference, 'calendars', scope, by);
      print(options.json, result, () => ['De roosters van vóór het laatste inlezen gelden weer.']);
    });
  const parts = [load, list, undo];
  const calendar = new Command('calendar').description('vergaderroosters inlezen en bekijken').exitOverride();
  for (const part of parts) calendar.addCommand(part);
  return { calendar, parts };
}
