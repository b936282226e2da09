interface Props {
  readonly to: string;
  readonly children: string;
}

/** The way back, one step. */
export function BackTo({ to, children }: Props) {
  return (
    <nav aria-label="Kruimelpad">
      <a href={to}>{children}</a>
    </nav>
  );
}
