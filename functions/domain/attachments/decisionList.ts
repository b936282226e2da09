/** A decision list (besluitenlijst) is a PDF of at most this size; scanned ones are a few megabytes. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const PDF = 'application/pdf';

/** Random, in the address of the page a browser comes back to after uploading. */
export const UPLOAD_ID = /^[A-Za-z0-9_-]{22}$/;

export interface ListOf {
  readonly trajectory: string;
  readonly round: string;
  readonly body: string;
}

/** Where a browser puts a file: one key for each upload, forgotten after a few days unless it is kept. */
export function uploadKey({ trajectory, round, body }: ListOf, uploadId: string): string {
  return `ontvangen/${trajectory}/${round}/${body}/${uploadId}.pdf`;
}

/** Where it is kept once it was checked: its content names it, so nothing there is ever replaced by something else. */
export function keptKey({ trajectory, round, body }: ListOf, sha256: string): string {
  return `besluitenlijsten/${trajectory}/${round}/${body}/${sha256}.pdf`;
}

/** By its first bytes (ISO 32000-2, 7.5.2); what a browser calls a file proves nothing. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}
