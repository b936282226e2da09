import { roundEuros } from '../../domain/ledger/euros.ts';
import { type Axis, axisFor } from './axis.ts';

/** How a bar looks; an estimate has an outline only. */
export type BarKind = 'received' | 'committed' | 'spent' | 'left' | 'ahead' | 'estimate';

export interface Bar {
  readonly kind: BarKind;
  readonly cents: number;
  /** Where it begins, when that is not zero. */
  readonly from?: number;
  /** Drawn over the bar before it instead of beside it. */
  readonly over?: true;
}

export interface Column {
  /** Under the column; the columns of a year share one. */
  readonly label?: string | undefined;
  readonly bars: readonly Bar[];
}

interface Props {
  /** What it shows; the amounts are in a table beside it. */
  readonly caption: string;
  readonly legend: readonly (readonly [kind: BarKind, words: string])[];
  readonly columns: readonly Column[];
  /** The column that is now; those after it are still to come. */
  readonly now?: number | undefined;
}

// In percents of the drawing, so that it is as wide as the screen while its letters stay as they are.
const TOP = 8;
const BOTTOM = 88;

/** Bars over time. Its amounts stand in a table: who does not see it misses nothing. */
export function BarChart({ caption, legend, columns, now }: Props) {
  const ends = columns.flatMap(({ bars }) => bars.flatMap(({ cents, from = 0 }) => [cents, from]));
  const axis = axisFor(ends);
  const slot = 100 / Math.max(columns.length, 1);
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      <ul class="legend">
        {legend.map(([kind, words]) => (
          <li>
            <svg class="swatch" aria-hidden="true" focusable="false">
              <rect class={`bar-${kind}`} x="1" y="1" width="14" height="10" />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <div class="plot">
        <svg class="amounts" aria-hidden="true" focusable="false">
          {axis.ticks.map((tick) => (
            <text x="100%" y={at(axis, tick)} dy="4">
              {roundEuros(tick)}
            </text>
          ))}
        </svg>
        <svg class="drawing" role="img" aria-label={caption} focusable="false">
          {axis.ticks.map((tick) => (
            <line
              class={tick === 0 ? 'axis-zero' : 'axis-line'}
              x2="100%"
              y1={at(axis, tick)}
              y2={at(axis, tick)}
            />
          ))}
          {now !== undefined && (
            <line class="axis-now" x1={pct((now + 1) * slot)} x2={pct((now + 1) * slot)} y2={pct(BOTTOM)} />
          )}
          {columns.map((column, index) => (
            <Bars column={column} axis={axis} left={index * slot} slot={slot} />
          ))}
          {columns.map(({ label }, index) =>
            label === undefined ? null : (
              <text x={pct(index * slot + slot / 2)} y="97%">
                {label}
              </text>
            ),
          )}
        </svg>
      </div>
    </figure>
  );
}

interface BarsProps {
  readonly column: Column;
  readonly axis: Axis;
  readonly left: number;
  readonly slot: number;
}

function Bars({ column: { bars }, axis, left, slot }: BarsProps) {
  const beside = Math.max(1, bars.filter(({ over }) => !over).length);
  const width = (slot * 0.8) / beside;
  let place = -1;
  return (
    <>
      {bars.map(({ kind, cents, from = 0, over }) => {
        if (!over) place++;
        if (cents === from) return null;
        const top = heightOf(axis, Math.max(cents, from));
        return (
          <rect
            class={`bar-${kind}`}
            x={pct(left + slot * 0.1 + Math.max(place, 0) * width)}
            y={pct(top)}
            width={pct(width)}
            height={pct(heightOf(axis, Math.min(cents, from)) - top)}
          />
        );
      })}
    </>
  );
}

function heightOf({ from, until }: Axis, cents: number): number {
  return BOTTOM - ((cents - from) / (until - from)) * (BOTTOM - TOP);
}

const at = (axis: Axis, cents: number) => pct(heightOf(axis, cents));

function pct(part: number): string {
  return `${Math.round(part * 100) / 100}%`;
}
