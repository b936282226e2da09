import type { AccessRole } from './role.ts';

/** As people call them, on pages and in lines alike. */
export const ROLE_WORD: Readonly<Record<AccessRole, string>> = {
  reader: 'lezer',
  secretary: 'secretaris',
  lead: 'projectleider',
  administrator: 'beheerder',
};
