import type { Child } from 'hono/jsx';
import type { LinkView } from '../../operations/links/readLink.ts';
import { Document } from '../pages/document.tsx';
import { NewLinkOffer } from './newLinkOffer.tsx';

interface Props {
  readonly title: string;
  readonly stage: string;
  readonly children: Child;
  readonly offer?: { readonly view: LinkView; readonly token: string } | undefined;
}

/** A page of a few sentences, perhaps with the offer of a new link. */
export function MessagePage({ title, stage, children, offer }: Props) {
  return (
    <Document title={title} stage={stage}>
      <h1>{title}</h1>
      <div class="lead">{children}</div>
      {offer && <NewLinkOffer {...offer} />}
    </Document>
  );
}
