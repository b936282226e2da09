import type { ChainLayout, PlacedState } from './chainLayout.ts';
import { NODE } from './chainLayout.ts';
import { STATE_WORD } from './stateWords.ts';

interface Props {
  readonly layout: ChainLayout;
  readonly title: string;
  readonly description: string;
  /** The state in which the round stands. */
  readonly now: string | undefined;
  readonly passed: readonly string[];
}

/** The approval chain as the console draws it, in our words; the list beside it says the same. */
export function ChainDrawing({ layout, title, description, now, passed }: Props) {
  const { width, height, states, ways } = layout;
  return (
    <svg
      class="chain"
      role="img"
      aria-labelledby="keten-naam keten-uitleg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id="keten-naam">{title}</title>
      <desc id="keten-uitleg">{description}</desc>
      <defs>
        <marker id="pijl" viewBox="0 0 8 8" refX={8} refY={4} markerWidth={8} markerHeight={8} orient="auto">
          <path class="arrow" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {ways.map((d) => (
        <path class="way" d={d} marker-end="url(#pijl)" />
      ))}
      {states.map((state) => (
        <State state={state} isNow={state.name === now} isPassed={passed.includes(state.name)} />
      ))}
    </svg>
  );
}

interface StateProps {
  readonly state: PlacedState;
  readonly isNow: boolean;
  readonly isPassed: boolean;
}

function State({ state: { name, type, x, y }, isNow, isPassed }: StateProps) {
  const sign = isNow ? '● ' : isPassed ? '✓ ' : '';
  const standing = isNow ? ' state-now' : isPassed ? ' state-passed' : '';
  return (
    <g class={`state${standing}`}>
      <rect x={x} y={y} width={NODE.width} height={NODE.height} rx={type === 'Pass' ? NODE.height / 2 : 4} />
      <text class="state-word" x={x + NODE.width / 2} y={y + 20} text-anchor="middle">
        {sign}
        {STATE_WORD[name] ?? name}
      </text>
      <text class="state-name" x={x + NODE.width / 2} y={y + 37} text-anchor="middle">
        {name}
      </text>
    </g>
  );
}
