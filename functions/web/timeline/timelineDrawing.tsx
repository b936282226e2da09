import type { Day } from '../../domain/calendar/days.ts';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import { DrawnRow, ROW_HEIGHT } from './drawnRow.tsx';
import { RECESS_HEIGHT, RecessBands, RecessStrips } from './recessStrips.tsx';
import type { TimelineRow } from './timelineRows.ts';
import type { TimeScale } from './timeScale.ts';

const HEAD = 62;
const GROUP_HEIGHT = 28;

interface Props {
  /** Of its ids: a page may one day have two. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly scale: TimeScale;
  readonly today: Day;
  readonly recesses: readonly CouncilRecesses[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly TimelineRow[] }[];
}

/** The picture alone; everything in it is in the tables of the page as well. */
export function TimelineDrawing({ id, title, description, scale, today, recesses, groups }: Props) {
  const recessTop = HEAD;
  let y = recessTop + (recesses.length > 0 ? RECESS_HEIGHT : 0);
  const placed = groups.map((group) => {
    const top = y;
    y += GROUP_HEIGHT + group.rows.length * ROW_HEIGHT;
    return { ...group, top };
  });
  const height = y + 6;
  return (
    <svg
      class="timeline"
      role="img"
      aria-labelledby={`${id}-naam ${id}-uitleg`}
      viewBox={`0 0 ${scale.width} ${height}`}
      width={scale.width}
      height={height}
    >
      <title id={`${id}-naam`}>{title}</title>
      <desc id={`${id}-uitleg`}>{description}</desc>
      <RecessBands recesses={recesses} scale={scale} top={recessTop} bottom={height} />
      <Columns scale={scale} height={height} />
      {recesses.length > 0 && <RecessStrips recesses={recesses} scale={scale} top={recessTop} />}
      {placed.map((group) => (
        <>
          <text class="group-title" x={4} y={group.top + 20}>
            {group.title}
          </text>
          {group.rows.map((row, index) => (
            <DrawnRow row={row} scale={scale} top={group.top + GROUP_HEIGHT + index * ROW_HEIGHT} />
          ))}
        </>
      ))}
      {scale.has(today) && <Today scale={scale} today={today} height={height} />}
    </svg>
  );
}

function Columns({ scale, height }: { readonly scale: TimeScale; readonly height: number }) {
  const { columns } = scale;
  return (
    <>
      {columns.map(({ from, label, year }, index) => {
        const isNewYear = columns[index - 1]?.year !== year;
        const x = scale.x(from);
        return (
          <>
            <line
              class={isNewYear ? 'grid grid-year' : 'grid'}
              x1={x}
              x2={x}
              y1={isNewYear ? 20 : 38}
              y2={height}
            />
            {isNewYear && (
              <text class="year" x={x + 4} y={33}>
                {year}
              </text>
            )}
            <text class="quarter" x={x + 4} y={52}>
              {label}
            </text>
          </>
        );
      })}
    </>
  );
}

function Today({
  scale,
  today,
  height,
}: {
  readonly scale: TimeScale;
  readonly today: Day;
  readonly height: number;
}) {
  const x = scale.x(today);
  const atRight = x > scale.width - 170;
  return (
    <>
      <line class="today" x1={x} x2={x} y1={4} y2={height} />
      <text class="today-text" x={atRight ? x - 5 : x + 5} y={15} text-anchor={atRight ? 'end' : 'start'}>
        {dutchDay(today)}
      </text>
    </>
  );
}
