import type { Child } from 'hono/jsx';

interface Props {
  readonly id: string;
  readonly title: string;
  /** How many more there are than are shown. */
  readonly more: number;
  readonly children: Child;
}

/** One kind of work. */
export function WorkSection({ id, title, more, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {more > 0 && <p>Er wachten er nog {more}; zij verschijnen zodra deze zijn afgehandeld.</p>}
    </section>
  );
}
