/** Of the mail that brings an information memo to the clerk of a council. The memo itself is Dutch. */
export interface MemoWords {
  readonly subject: (of: { councils: string; about: string; on: string }) => string;
  readonly heading: string;
  readonly intro: (about: string) => string;
  /** Of a second and later version. */
  readonly replaces: string;
}
