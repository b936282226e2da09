import type { Child } from 'hono/jsx';

/** The overview has a heading more above its sections than a trajectory's own page. */
export type SectionLevel = 2 | 3;

interface Props {
  readonly level: 2 | 3 | 4;
  readonly id: string;
  readonly children: Child;
}

export function Heading({ level, id, children }: Props) {
  if (level === 2) return <h2 id={id}>{children}</h2>;
  if (level === 3) return <h3 id={id}>{children}</h3>;
  return <h4 id={id}>{children}</h4>;
}
