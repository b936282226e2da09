import { dayOf } from '../../domain/calendar/days.ts';
import type { Imported } from '../../domain/reference.ts';
import { DateOf } from '../pages/date.tsx';

/** Where what is known of a body came from. */
export function ImportedFrom({ imported }: { readonly imported: Imported | undefined }) {
  if (!imported) return <span class="group-count">nog niets ingelezen</span>;
  return (
    <span class="group-count">
      ingelezen op <DateOf day={dayOf(imported.at)} /> door {imported.by} uit {imported.file}
    </span>
  );
}
