import type { Child } from 'hono/jsx';

/** Labels with what belongs to them. */
export function Facts({ children }: { readonly children: Child }) {
  return <dl class="facts">{children}</dl>;
}

export function Fact({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
