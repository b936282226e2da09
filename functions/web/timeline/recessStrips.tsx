import { type Day, earlierDay, laterDay } from '../../domain/calendar/days.ts';
import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import type { TimeScale } from './timeScale.ts';

const LABEL_BASE = 14;
const STRIPS_TOP = 20;
const STRIP = 4;
/** Of more councils only the bands through the drawing are shown, and the list below it. */
const MOST_STRIPS = 6;

export const RECESS_HEIGHT = STRIPS_TOP + MOST_STRIPS * (STRIP + 1) + 4;

interface Props {
  readonly recesses: readonly CouncilRecesses[];
  readonly scale: TimeScale;
  readonly top: number;
}

/** A thin strip for each council: when they are away together is seen at once. */
export function RecessStrips({ recesses, scale, top }: Props) {
  return (
    <>
      <text class="group-title" x={4} y={top + LABEL_BASE}>
        Recessen van de raden
      </text>
      {recesses
        .slice(0, MOST_STRIPS)
        .map((council, index) =>
          withinScale(council, scale).map(({ from, until }) => (
            <rect
              class="recess"
              x={scale.x(from)}
              y={top + STRIPS_TOP + index * (STRIP + 1)}
              width={widthOf(from, until, scale)}
              height={STRIP}
            />
          )),
        )}
    </>
  );
}

/** Where at least one council is away, through the whole drawing. */
export function RecessBands({ recesses, scale, top, bottom }: Props & { readonly bottom: number }) {
  return (
    <>
      {joined(recesses.flatMap((council) => withinScale(council, scale))).map(({ from, until }) => (
        <rect
          class="recess-band"
          x={scale.x(from)}
          y={top}
          width={widthOf(from, until, scale)}
          height={bottom - top}
        />
      ))}
    </>
  );
}

interface Away {
  readonly from: Day;
  readonly until: Day;
}

export function withinScale({ recesses }: CouncilRecesses, scale: TimeScale): Away[] {
  return recesses
    .filter(({ from, until }) => from <= scale.until && until >= scale.from)
    .map(({ from, until }) => ({ from: laterDay(from, scale.from), until: earlierDay(until, scale.until) }));
}

/** Drawn over each other they would be darker where more councils are away, and many. */
function joined(all: readonly Away[]): Away[] {
  const result: Away[] = [];
  for (const next of [...all].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (last && next.from <= last.until)
      result[result.length - 1] = { ...last, until: laterDay(last.until, next.until) };
    else result.push(next);
  }
  return result;
}

function widthOf(from: Day, until: Day, scale: TimeScale): number {
  return Math.round((scale.end(until) - scale.x(from)) * 10) / 10;
}
