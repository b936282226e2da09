/** Something that is wrong on a line of what was sent. */
export interface LineMistake {
  /** The first is 1. */
  readonly line: number;
  /** What it is called there, where it has a name. */
  readonly path?: string;
  /** Dutch: what is wrong and what to do. */
  readonly sentence: string;
}

interface Props {
  readonly text: string;
  readonly mistakes: readonly LineMistake[];
}

/** More nobody mends one by one: the same thing is wrong with all of them. */
const MOST_TOLD = 200;
const MOST_SHOWN_OF_A_LINE = 100;

/** Each mistake with the line it is on: a text field shows no numbers. */
export function MistakeList({ text, mistakes }: Props) {
  const lines = text.split('\n');
  const untold = mistakes.length - MOST_TOLD;
  return (
    <>
      <p>{mistakes.length === 1 ? 'Eén fout:' : `${mistakes.length} fouten:`}</p>
      <ul>
        {mistakes.slice(0, MOST_TOLD).map(({ line, path, sentence }) => {
          const there = lines[line - 1]?.trim();
          return (
            <li>
              <strong>Regel {line}</strong>
              {path && (
                <>
                  {' '}
                  (<code>{path}</code>)
                </>
              )}
              : {sentence}
              {there && <code class="under">{shortened(there)}</code>}
            </li>
          );
        })}
      </ul>
      {untold > 0 && <p>… en nog {untold}. Verbeter eerst deze.</p>}
    </>
  );
}

function shortened(line: string): string {
  return line.length > MOST_SHOWN_OF_A_LINE ? `${line.slice(0, MOST_SHOWN_OF_A_LINE)}…` : line;
}
