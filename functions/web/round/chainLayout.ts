import type { ChainDefinition } from './chainDefinition.ts';

export const NODE = { width: 216, height: 46 } as const;
const GAP = { x: 56, y: 40 } as const;
const MARGIN = 30;
/** Of the row in which the asking begins: above it is the search for the next step. */
const ASKING_ROW = 2;

export interface PlacedState {
  readonly name: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
}

export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  /** SVG paths; the arrow is at their end. */
  readonly ways: readonly string[];
}

/**
 * Places the states of the definition that a round with these asking states can come to: a column for each of them, in
 * the order in which they are asked, with what follows on it below; the endings at the bottom and at the right.
 */
export function layChain(chain: ChainDefinition, asking: readonly string[]): ChainLayout {
  const waysFrom = (name: string) => chain.ways.filter(({ from }) => from === name).map(({ to }) => to);
  const choose = waysFrom(chain.start)[0] ?? chain.start;
  const isEnding = (name: string) => waysFrom(name).length === 0;
  const columns = [...new Set(asking)]
    .filter((name) => chain.states.some((state) => state.name === name))
    .map((name) =>
      columnFrom(name, (at) =>
        waysFrom(at).find((to) => !isEnding(to) && to !== chain.start && to !== choose),
      ),
    );
  const ends = waysFrom(choose).filter(isEnding);
  const reached = (name: string) => columns.flat().some((state) => waysFrom(state).includes(name));
  const below = ends.filter(reached);
  const beside = ends.filter((name) => !reached(name));
  const lastRow = Math.max(ASKING_ROW + Math.max(0, ...columns.map(({ length }) => length)), ASKING_ROW + 1);
  const cells = new Map<string, { column: number; row: number }>([
    [chain.start, { column: 0, row: 0 }],
    [choose, { column: 0, row: 1 }],
  ]);
  columns.forEach((column, index) => {
    column.forEach((name, depth) => {
      cells.set(name, { column: index, row: ASKING_ROW + depth });
    });
  });
  below.forEach((name, index) => {
    cells.set(name, { column: index, row: lastRow });
  });
  const used = Math.max(columns.length, below.length, 1);
  beside.forEach((name, index) => {
    cells.set(name, { column: used, row: ASKING_ROW + index });
  });
  const rows = Math.max(lastRow, ASKING_ROW + beside.length - 1) + 1;
  const place = ({ column, row }: { column: number; row: number }) => ({
    x: MARGIN + column * (NODE.width + GAP.x),
    y: 4 + row * (NODE.height + GAP.y),
  });
  const states = chain.states.flatMap(({ name, type }) => {
    const cell = cells.get(name);
    return cell ? [{ name, type, ...place(cell) }] : [];
  });
  const at = new Map(states.map((state) => [state.name, state]));
  const trunk = place({ column: used, row: 0 }).x - 16;
  const ways = chain.ways.flatMap(({ from, to }) => {
    const [source, target] = [at.get(from), at.get(to)];
    return source && target ? [wayBetween(source, target, trunk)] : [];
  });
  return {
    width: MARGIN + (used + (beside.length > 0 ? 1 : 0)) * (NODE.width + GAP.x),
    height: 8 + rows * (NODE.height + GAP.y) - GAP.y,
    states,
    ways: [...new Set(ways)],
  };
}

function columnFrom(first: string, next: (at: string) => string | undefined): string[] {
  const column = [first];
  for (let at = next(first); at && !column.includes(at); at = next(at)) column.push(at);
  return column;
}

/** Straight down where nothing is between; otherwise round the other states, through the room between the columns. */
function wayBetween(from: PlacedState, to: PlacedState, trunk: number): string {
  const middle = (state: PlacedState) => state.x + NODE.width / 2;
  const half = NODE.height / 2;
  const bottom = from.y + NODE.height;
  const isNextRow = to.y - from.y === NODE.height + GAP.y;
  if (to.y < from.y) {
    // Back: beside its own column, at the left of the first one, where the states it goes back to are.
    const left = from.x === to.x;
    const channel = left ? from.x - 16 : from.x + NODE.width + 16;
    const out = left ? from.x : from.x + NODE.width;
    return `M${out} ${from.y + half}H${channel}V${to.y + half}H${left ? to.x : to.x + NODE.width}`;
  }
  if (isNextRow && from.x === to.x) return `M${middle(from)} ${bottom}V${to.y}`;
  if (isNextRow && to.x < trunk) return `M${middle(from)} ${bottom}v${GAP.y / 2}H${middle(to)}V${to.y}`;
  if (to.x > trunk) return `M${middle(from)} ${bottom}v${GAP.y / 2}H${trunk}V${to.y + half}H${to.x}`;
  // What the choice leads to goes round all columns; anything else beside its own.
  const channel = from.y > NODE.height + GAP.y + MARGIN ? from.x + NODE.width + 30 : trunk;
  return `M${middle(from)} ${bottom}v${GAP.y / 2}H${channel}V${to.y - GAP.y / 2}H${middle(to)}V${to.y}`;
}
