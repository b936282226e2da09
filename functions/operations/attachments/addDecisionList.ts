import { createHash } from 'node:crypto';
import { isPdf, keptKey, MOST_BYTES, uploadKey } from '../../domain/attachments/decisionList.ts';
import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { Attachment, DecisionRequest } from '../../domain/round/round.ts';
import type { RecordStore } from '../ports.ts';
import type { DecisionListStore } from './ports.ts';

/** What an uploaded file is. `pdf`: it can be kept. */
export type Uploaded =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'missing' | 'too-large' | 'no-pdf' };

/** Looks at what was put there; changes nothing. */
export async function lookAtUpload(
  lists: Pick<DecisionListStore, 'read'>,
  request: DecisionRequest,
  uploadId: string,
): Promise<Uploaded> {
  const bytes = await lists.read(uploadKey(request, uploadId), MOST_BYTES);
  if (bytes === undefined) return { kind: 'missing' };
  if (bytes === 'too-large') return { kind: 'too-large' };
  if (!isPdf(bytes)) return { kind: 'no-pdf' };
  return { kind: 'pdf', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Keeps an uploaded decision list with an answer that was given: checked, copied by its content, then written on the
 * request under its decision. One only, never replaced; the same again is a success without effect. The decision and
 * its id stay what they were (docs/decisions/0011).
 */
export async function addDecisionList(
  { store, lists }: { readonly store: RecordStore; readonly lists: DecisionListStore },
  request: DecisionRequest,
  uploadId: string,
  at: string,
  { by, via }: RecordedBy,
): Promise<Uploaded['kind'] | 'added' | 'other-there'> {
  const uploaded = await lookAtUpload(lists, request, uploadId);
  if (uploaded.kind !== 'pdf') return uploaded.kind;
  const { bytes, sha256 } = uploaded;
  if (request.attachment) return request.attachment.sha256 === sha256 ? 'added' : 'other-there';
  const key = keptKey(request, sha256);
  await lists.keep(key, bytes, sha256);
  const attachment: Attachment = { key, size: bytes.length, sha256, addedAt: at, by };
  const { trajectory, round, body, decisionId = '' } = request;
  const entry = auditEntry({
    trajectory,
    at,
    what: 'attached',
    subject: `${round} ${body}`,
    by,
    via,
    details: { decisionId, sha256, size: bytes.length },
  });
  if (await store.writeAttachment(request, attachment, entry)) return 'added';
  const seen = await store.request(trajectory, round, body);
  return seen?.attachment?.sha256 === sha256 ? 'added' : 'other-there';
}
