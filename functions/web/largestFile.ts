/** Bytes. An answer of a function may be 6 MB (Lambda quotas), and what is in it is escaped as JSON. */
export const LARGEST_FILE = 4_000_000;
