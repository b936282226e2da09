/** An id of another shape cannot be in the table, and one that is too long the table refuses with an error. */
export const POSSIBLE_ID = /^[A-Za-z0-9_-]{1,80}$/;
