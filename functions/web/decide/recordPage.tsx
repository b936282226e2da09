import type { Child } from 'hono/jsx';
import type { UploadForm } from '../../operations/attachments/ports.ts';
import type { LinkView } from '../../operations/links/readLink.ts';
import { Document } from '../pages/document.tsx';
import { NewLinkOffer } from './newLinkOffer.tsx';
import { HowToUndo, OnRecord } from './onRecord.tsx';
import { UploadPart } from './uploadPart.tsx';

interface Props {
  readonly view: LinkView;
  readonly stage: string;
  readonly title: string;
  readonly children: Child;
  /** Absent when no decision list can be added. */
  readonly upload?: UploadForm | undefined;
  /** Of the offer of a new link; absent when there is nothing to answer with one. */
  readonly newLinkToken?: string | undefined;
}

/** What is on record of this request, as a receipt or as the end of a link. */
export function RecordPage({ view, stage, title, children, upload, newLinkToken }: Props) {
  return (
    <Document title={title} stage={stage}>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
      <OnRecord view={view} />
      <HowToUndo view={view} />
      {upload && <UploadPart form={upload} />}
      {newLinkToken && <NewLinkOffer token={newLinkToken} view={view} />}
    </Document>
  );
}
