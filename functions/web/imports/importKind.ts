import type { Child } from 'hono/jsx';
import type { BodyDifferences } from '../../domain/importFile/bodyDifferences.ts';
import type { FileMistake } from '../../domain/importFile/fileMistake.ts';
import type { Imported } from '../../domain/reference.ts';
import type { ImportResult } from '../../operations/onLatestVersion.ts';

/** What is imported, read and undone in the same way: contacts, and calendars. */
export interface ImportKind {
  readonly what: 'contacts' | 'calendars';
  readonly address: string;
  /** Of the page. */
  readonly title: string;
  readonly lead: string;
  /** Of the file: what to choose or paste. */
  readonly hint: string;
  /** What a browser offers to choose from. */
  readonly accept: string;
  /** Whether a file may be of a body that it does not name. */
  readonly mayBeOfBody: boolean;
  standing(): Promise<Standing>;
}

export interface GivenText {
  readonly text: string;
  readonly body: string | undefined;
}

export type Judged =
  | { readonly mistakes: readonly FileMistake[] }
  | {
      /** Of each body that is in the file. */
      readonly differences: readonly BodyDifferences[];
      write(by: Imported): Promise<ImportResult>;
    };

/** What there is at one moment. */
export interface Standing {
  readonly version: number;
  /** Of the trajectories there are, each with its name. */
  readonly bodies: ReadonlyMap<string, string>;
  /** To be read on the page. */
  readonly shown: Child;
  judge(given: GivenText): Judged;
  /** What taking back the last import would change. */
  undoing(): Promise<readonly BodyDifferences[]>;
}
