import type { Child } from 'hono/jsx';
import { Alert } from '../pages/alert.tsx';

/** Why what was sent was not done; read out as soon as the page is there. */
export function NothingDone({ children }: { readonly children: Child }) {
  return (
    <Alert>
      <h2>Er is niets gewijzigd</h2>
      {children}
    </Alert>
  );
}
