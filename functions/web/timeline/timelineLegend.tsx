import type { Child } from 'hono/jsx';

const WIDTH = 36;
const HEIGHT = 18;

/** What the colours and signs of the drawing mean; the drawing itself is for whoever sees it. */
export function TimelineLegend({ hasRecesses }: { readonly hasRecesses: boolean }) {
  return (
    <ul class="legend" aria-hidden="true">
      <Entry swatch={<Swatch piece="bar-planned" tall />}>gepland</Entry>
      <Entry swatch={<Swatch piece="bar-done" />}>afgerond</Entry>
      <Entry swatch={<Swatch piece="bar-under-way" />}>loopt, tot vandaag</Entry>
      <Entry swatch={<Swatch piece="bar-expected" />}>verwacht</Entry>
      <Entry swatch={<Swatch piece="bar-critical" />}>◆ bepaalt het einde</Entry>
      <Entry swatch={<rect class="bar-late" x={1} y={7} width={WIDTH - 2} height={4} />}>
        later dan het uiterlijk mag
      </Entry>
      <Entry swatch={<Swatch piece="bar-stopped" />}>teruggegeven of ingetrokken</Entry>
      <Entry swatch={<Line piece="due" d="M18 1v16m-4 0h8m-8 -16h8" />}>uiterlijk</Entry>
      <Entry swatch={<Line piece="today" d="M18 0v18" />}>vandaag</Entry>
      {hasRecesses && <Entry swatch={<Swatch piece="recess" />}>reces van een raad</Entry>}
      <li>▲ signaal</li>
      <li>↺ terug voor een herzien voorstel</li>
    </ul>
  );
}

function Entry({ swatch, children }: { readonly swatch: Child; readonly children: string }) {
  return (
    <li>
      <svg
        aria-hidden="true"
        class="timeline swatch"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
      >
        {swatch}
      </svg>{' '}
      {children}
    </li>
  );
}

function Swatch({ piece, tall = false }: { readonly piece: string; readonly tall?: boolean }) {
  return <rect class={piece} x={1} y={tall ? 2 : 5} width={WIDTH - 2} height={tall ? 14 : 8} rx={2} />;
}

function Line({ piece, d }: { readonly piece: string; readonly d: string }) {
  return <path class={piece} d={d} />;
}
