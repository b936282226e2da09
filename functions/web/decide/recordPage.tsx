import type { Child } from 'hono/jsx';
import type { UploadForm } from '../../operations/attachments/ports.ts';
import type { LinkView } from '../../operations/links/readLink.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { Document } from '../pages/document.tsx';
import { NewLinkOffer } from './newLinkOffer.tsx';
import { HowToUndo, OnRecord } from './onRecord.tsx';
import { UploadPart } from './uploadPart.tsx';

interface Props {
  readonly view: AskedView;
  readonly stage: string;
  readonly title: string;
  readonly children: Child;
  /** Absent when no decision list can be added. */
  readonly upload?: UploadForm | undefined;
  /** Of a new link; absent when there is nothing to answer with one. */
  readonly offer?: { readonly view: LinkView; readonly token: string } | undefined;
  /** The way back, where there is one. */
  readonly nav?: Child;
}

/** What is on record of this request, as a receipt or as the end of a link. */
export function RecordPage({ view, stage, title, children, upload, offer, nav }: Props) {
  return (
    <Document title={title} stage={stage}>
      {nav}
      <h1>{title}</h1>
      <p class="lead">{children}</p>
      <OnRecord view={view} />
      <HowToUndo view={view} />
      {upload && <UploadPart form={upload} />}
      {offer && <NewLinkOffer {...offer} />}
    </Document>
  );
}
