import type { Child } from 'hono/jsx';

/** What went wrong, at the top of a page; read out at once. */
export function Alert({ children }: { readonly children: Child }) {
  return (
    <div class="utrecht-alert utrecht-alert--error notice" role="alert">
      {children}
    </div>
  );
}
