import type { Child } from 'hono/jsx';

/** Labels with what belongs to them. */
export function Facts({ children }: { readonly children: Child }) {
  return <dl class="utrecht-data-list facts">{children}</dl>;
}

export function Fact({ label, children }: { readonly label: string; readonly children: Child }) {
  return (
    <div class="utrecht-data-list__item">
      <dt class="utrecht-data-list__item-key">{label}</dt>
      <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{children}</dd>
    </div>
  );
}
