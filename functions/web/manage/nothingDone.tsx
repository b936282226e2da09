import type { Child } from 'hono/jsx';

/** Why what was sent was not done; read out as soon as the page is there. */
export function NothingDone({ children }: { readonly children: Child }) {
  return (
    <div class="card notice" role="alert">
      <h2>Er is niets gewijzigd</h2>
      {children}
    </div>
  );
}
