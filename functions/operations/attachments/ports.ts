/** A form that a browser posts to the bucket: the fields in this order, then the file. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface DecisionListStore {
  /** Lets one PDF of at most ten megabytes be put under this key within a quarter of an hour; then goes to `returnTo`. */
  uploadForm(key: string, returnTo: string): Promise<UploadForm>;
  /** Undefined when nothing is there; `too-large` is not read. */
  read(key: string, mostBytes: number): Promise<Uint8Array | 'too-large' | undefined>;
  /** The same content again changes nothing. */
  keep(key: string, bytes: Uint8Array, sha256: string): Promise<void>;
}
