import type { FileMistake } from '../../importFile/fileMistake.ts';

/** A piece of an iCalendar file with the line on which it begins, and what its calendar says of all its events. */
export interface Block {
  readonly line: number;
  readonly lines: readonly string[];
  readonly calendar: CalendarHead;
}

export interface CalendarHead {
  /** X-WR-CALNAME. */
  readonly name: string | undefined;
  readonly timezones: readonly Block[];
}

interface OpenBlock {
  readonly name: string;
  readonly line: number;
  readonly lines: string[];
  depth: number;
}

interface OpenCalendar {
  readonly line: number;
  name: string | undefined;
  readonly timezones: Block[];
}

const CUT_OFF = 'haal het bestand opnieuw op; het lijkt onderweg afgebroken';

/**
 * Cuts an iCalendar file (RFC 5545) into its events, so that a broken one is told by its line and stands alone.
 * An event or calendar that is never closed is a mistake: a file that was cut off must not pass for a shorter one.
 */
export function icsBlocks(text: string): { events: readonly Block[]; mistakes: readonly FileMistake[] } {
  const events: Block[] = [];
  const mistakes: FileMistake[] = [];
  let calendar: OpenCalendar | undefined;
  let open: OpenBlock | undefined;
  let calendars = 0;
  const unclosed = () => {
    if (open)
      mistakes.push({
        line: open.line,
        problem: `dit agenda-item wordt niet afgesloten (END:${open.name} ontbreekt)`,
        remedy: CUT_OFF,
      });
    open = undefined;
  };
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    const [, keyword, name = ''] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(content)?.map(upper) ?? [];
    const line = index + 1;
    if (keyword === 'BEGIN' && name === 'VCALENDAR') {
      unclosed();
      calendar = { line, name: undefined, timezones: [] };
      calendars += 1;
    } else if (!calendar) {
      // What stands before or between calendars is no part of them.
    } else if (keyword === 'END' && name === 'VCALENDAR') {
      unclosed();
      calendar = undefined;
    } else if (keyword === 'BEGIN' && (!open || name === 'VEVENT')) {
      unclosed();
      open = { name, line, lines: [content], depth: 1 };
    } else if (open) {
      open.lines.push(content);
      if (keyword === 'BEGIN') open.depth += 1;
      if (keyword === 'END') open.depth -= 1;
      if (open.depth > 0) continue;
      const block: Block = { line: open.line, lines: open.lines, calendar };
      if (name !== open.name) unclosed();
      else if (name === 'VEVENT') events.push(block);
      else if (name === 'VTIMEZONE') calendar.timezones.push(block);
      open = undefined;
    } else calendar.name ??= /^X-WR-CALNAME(?:;[^:]*)?:(.*)$/i.exec(content)?.[1]?.trim();
  }
  unclosed();
  if (calendar) {
    const { line } = calendar;
    mistakes.push({
      line,
      problem: 'de agenda wordt niet afgesloten (END:VCALENDAR ontbreekt)',
      remedy: CUT_OFF,
    });
  }
  if (calendars === 0) {
    mistakes.push({
      line: 1,
      problem: text.trim() === '' ? 'het bestand is leeg' : 'dit is geen agenda: BEGIN:VCALENDAR ontbreekt',
      remedy: 'sla de agenda op als iCalendar (.ics)',
    });
  }
  return { events, mistakes };
}

function upper(text: string): string {
  return text.toUpperCase();
}
