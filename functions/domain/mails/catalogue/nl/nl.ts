import type { MailCatalogue } from '../mailCatalogue.ts';
import { changes } from './changes.ts';
import { field, labels } from './field.ts';
import { layout } from './layout.ts';
import { memo } from './memo.ts';
import { personal } from './personal.ts';
import { round } from './round.ts';
import { statement } from './statement.ts';

export const nl: MailCatalogue = { layout, field, labels, round, personal, changes, statement, memo };
