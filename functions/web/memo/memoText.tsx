import type { MemoLine } from '../../domain/memo/memo.ts';
import { memoParts } from '../../domain/memo/memoParts.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { Fact, Facts } from '../pages/facts.tsx';

/** All that a version says, as the councils will read it. */
export function MemoText({ row: { memo, version, digest, approvedBy } }: { readonly row: MemoRow }) {
  const { facts, parts } = memoParts(memo, approvedBy);
  return (
    <article class="card" aria-labelledby="brief">
      <h2 id="brief">Versie {version}</h2>
      <Lines lines={facts} />
      {parts.map(({ title, paragraphs, lines }) => (
        <section>
          <h3>{title}</h3>
          {paragraphs.map((words) => (
            <p class="written">{words}</p>
          ))}
          {lines.length > 0 && <Lines lines={lines} />}
        </section>
      ))}
      <p class="quiet">
        Kenmerk <code>{digest}</code>
      </p>
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly MemoLine[] }) {
  return (
    <Facts>
      {lines.map(({ name, words }) => (
        <Fact label={name}>{words}</Fact>
      ))}
    </Facts>
  );
}
