import { AUDIT_WORD } from '../../domain/log/auditWords.ts';
import type { LogPage } from '../../operations/readLog.ts';
import { logAddress } from '../pages/addresses.ts';
import type { LogField, LogQuery } from './readLogQuery.ts';

interface Props {
  readonly page: LogPage;
  readonly given: LogQuery['given'];
}

type Choice = readonly [value: string, words: string];

/** What of the log to show; a choice is part of the address, so that it can be kept and sent on. */
export function LogForm({ page: { id, rounds, bodies }, given }: Props) {
  const kinds = Object.entries(AUDIT_WORD).sort(([, a], [, b]) => a.localeCompare(b, 'nl'));
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map((each): Choice => [each.id, each.name]);
  return (
    <form class="choices" method="get" action={logAddress(id)} aria-label="Wat van het logboek">
      <Choose field="soort" label="Soort" all="alle soorten" from={kinds} given={given} />
      <Choose field="ronde" label="Ronde" all="alle rondes" from={named(rounds)} given={given} />
      <Choose field="orgaan" label="Orgaan" all="alle organen" from={named(bodies)} given={given} />
      <DayField field="van" label="Vanaf" given={given} />
      <DayField field="tot" label="Tot en met" given={given} />
      <p class="buttons">
        <button class="button" type="submit">
          Toon
        </button>
        {Object.keys(given).length > 0 && <a href={logAddress(id)}>Toon alles</a>}
      </p>
    </form>
  );
}

interface FieldProps {
  readonly field: LogField;
  readonly label: string;
  readonly given: LogQuery['given'];
}

function Choose({ field, label, all, from, given }: FieldProps & { all: string; from: readonly Choice[] }) {
  return (
    <div class="choice-field">
      <label for={field}>{label}</label>
      <select id={field} name={field}>
        <option value="">{all}</option>
        {from.map(([value, words]) => (
          <option value={value} selected={value === given[field]}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField({ field, label, given }: FieldProps) {
  return (
    <div class="choice-field">
      <label for={field}>{label}</label>
      <input id={field} name={field} type="date" value={given[field] ?? ''} />
    </div>
  );
}
