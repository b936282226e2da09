import type { Child } from 'hono/jsx';

interface Props {
  /** The column's heading, shown beside the value where the table is drawn as cards. */
  readonly label: string;
  readonly children?: Child;
}

/** A cell of a table that becomes cards on a narrow screen; there, cells without a value are left out. */
export function Cell({ label, children }: Props) {
  const isEmpty = children === undefined || children === null || children === '' || children === false;
  return (
    <td data-label={label} class={isEmpty ? 'no-value' : undefined}>
      {isEmpty ? '–' : <div class="value">{children}</div>}
    </td>
  );
}
