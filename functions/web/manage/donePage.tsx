import type { Child } from 'hono/jsx';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';

interface Props {
  readonly title: string;
  /** Where it was done. */
  readonly back: string;
  readonly to: string;
  readonly stage: string;
  readonly children: Child;
}

/** What the administrator just did, or why it was not done. */
export function DonePage({ title, back, to, stage, children }: Props) {
  return (
    <Document title={title} stage={stage}>
      <BackTo to={back}>{to}</BackTo>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </Document>
  );
}
