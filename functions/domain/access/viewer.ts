import { type Holding, mayDo, type Target } from './accessTable.ts';

/**
 * Who looks at answers: the grants of a person, of whom nothing more is known (none: anybody), or a part of ours that
 * must see everything, as the command line does for who has credentials of the stage.
 */
export type Viewer = readonly Holding[] | 'everything';

/** What is public, and no more: what a page shows unless it says who looks. */
export const ANYBODY: Viewer = [];

/** The viewer behind a link that was made for one body. */
export function speakingFor(trajectory: string, body: string | undefined): Viewer {
  return body === undefined ? ANYBODY : [{ role: 'secretary', trajectory, body }];
}

/** May this viewer see an answer of this body that is not public yet? */
export function maySeeEmbargoed(viewer: Viewer, of: Required<Target>): boolean {
  return viewer === 'everything' || mayDo(viewer, 'see-embargoed', of);
}
