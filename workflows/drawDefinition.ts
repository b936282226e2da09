/** The parts of a state machine's definition (Amazon States Language) that its picture shows. */
export interface DrawnMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, DrawnState>>;
}

export interface DrawnState {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition?: string; readonly Next: string }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly ItemProcessor?: DrawnMachine;
}

/** Draws a definition as a Mermaid flowchart: what an administrator sees in the console, in the same words. */
export function drawDefinition(machine: DrawnMachine): string {
  const names = Object.keys(machine.States);
  const idOf = (name: string) => `s${names.indexOf(name)}`;
  const lines = ['flowchart TD', `  start((" ")) --> ${idOf(machine.StartAt)}`];
  for (const [name, state] of Object.entries(machine.States)) {
    lines.push(`  ${idOf(name)}${shapeOf(name, state.Type)}`);
    if (state.Next) lines.push(`  ${idOf(name)} --> ${idOf(state.Next)}`);
    for (const [target, conditions] of byTarget(state)) {
      const label = conditions.length > 0 ? `|"${conditions.join('<br>')}"|` : '';
      lines.push(`  ${idOf(name)} -->${label} ${idOf(target)}`);
    }
    for (const { ErrorEquals, Next } of state.Catch ?? []) {
      lines.push(`  ${idOf(name)} -.->|"${ErrorEquals.map(lastWord).join('<br>')}"| ${idOf(Next)}`);
    }
  }
  return lines.join('\n');
}

/** The states one leads to, each once, in the order in which they are tried. */
export function waysOf(state: DrawnState): string[] {
  return [...new Set([...(state.Next ? [state.Next] : []), ...byTarget(state).keys()])];
}

function shapeOf(name: string, type: string): string {
  if (type === 'Choice') return `{"${name}"}`;
  if (type === 'Map') return `[["${name}"]]`;
  return type === 'Pass' ? `(["${name}"])` : `["${name}"]`;
}

function byTarget(state: DrawnState): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { Condition = '', Next } of state.Choices ?? []) {
    // The condition names the state it leads to; only another condition says more than the arrow does.
    const said = Condition.includes(`"${Next}"`) ? [] : [Condition.replace(/"/g, "'")];
    targets.set(Next, [...(targets.get(Next) ?? []), ...said]);
  }
  if (state.Default) targets.set(state.Default, [...(targets.get(state.Default) ?? []), 'otherwise']);
  return targets;
}

function lastWord(error: string): string {
  return error.split('.').at(-1) ?? error;
}
