import { addDays } from '../../domain/calendar/days.ts';
import type { Bar, TimelineRow } from './timelineRows.ts';
import type { TimeScale } from './timeScale.ts';

export const ROW_HEIGHT = 38;
const LABEL_BASE = 14;
const BAR_TOP = 20;
const BAR_HEIGHT = 13;
/** A day is hardly to be seen; this is. */
const THINNEST = 4;
/** Of a letter of 13 pixels, on the wide side: a label must not run out of the drawing. */
const LETTER_WIDTH = 7;
const LONGEST_LABEL = 70;

/** The planned period holds the others; how late it gets is a line below them. */
const SHAPE: Partial<Record<Bar['piece'], { inset: number; height: number }>> = {
  planned: { inset: 0, height: BAR_HEIGHT },
  late: { inset: BAR_HEIGHT - 2, height: 4 },
};

interface Props {
  readonly row: TimelineRow;
  readonly scale: TimeScale;
  readonly top: number;
}

/** A label with its bars below: beside them there is no room on a telephone. */
export function DrawnRow({ row, scale, top }: Props) {
  const { critical, flags, bars, dueOn } = row;
  const label = `${flags.length > 0 ? `▲ ${flags.join(', ')}: ` : ''}${row.label}${critical ? ' ◆' : ''}`;
  const shown =
    [...label].length > LONGEST_LABEL ? `${[...label].slice(0, LONGEST_LABEL - 1).join('')}…` : label;
  const begin = Math.min(...bars.map(({ from }) => scale.x(from)));
  const atRight = begin + [...shown].length * LETTER_WIDTH > scale.width;
  const due = dueOn && scale.end(dueOn);
  return (
    <g>
      <text
        class={classOf(row)}
        x={atRight ? scale.width - 4 : begin + 2}
        y={top + LABEL_BASE}
        text-anchor={atRight ? 'end' : undefined}
      >
        {shown}
      </text>
      {bars.map((bar) => (
        <DrawnBar bar={bar} scale={scale} top={top + BAR_TOP} />
      ))}
      {due !== undefined && (
        <path
          class="due"
          d={`M${due} ${top + BAR_TOP - 2}v${BAR_HEIGHT + 4}m-4 0h8m-8 -${BAR_HEIGHT + 4}h8`}
        />
      )}
    </g>
  );
}

function classOf({ critical, flags }: TimelineRow): string {
  return ['label', critical && 'label-critical', flags.length > 0 && 'label-flag'].filter(Boolean).join(' ');
}

function DrawnBar({
  bar,
  scale,
  top,
}: {
  readonly bar: Bar;
  readonly scale: TimeScale;
  readonly top: number;
}) {
  const from = scale.x(bar.from);
  const width = Math.max(scale.x(addDays(bar.until, 1)) - from, THINNEST);
  const { inset, height } = SHAPE[bar.piece] ?? { inset: 3, height: BAR_HEIGHT - 6 };
  return (
    <rect
      class={`bar-${bar.piece}`}
      x={Math.min(from, scale.width - THINNEST)}
      y={top + inset}
      width={Math.round(width * 10) / 10}
      height={height}
      rx={2}
    />
  );
}
