import { access } from './access.ts';
import { base } from './base.ts';
import { drawings } from './drawings.ts';
import { forms } from './forms.ts';
import { marks } from './marks.ts';
import { reading } from './reading.ts';
import { sections } from './sections.ts';
import { tables } from './tables.ts';
import { tokens } from './tokens.ts';
import { utrecht } from './utrecht.ts';
import { utrechtTokens } from './utrechtTokens.ts';

/** The one stylesheet of the portal. */
export const stylesheet = [
  utrecht,
  tokens,
  utrechtTokens,
  base,
  sections,
  marks,
  tables,
  access,
  forms,
  drawings,
  reading,
].join('\n');
