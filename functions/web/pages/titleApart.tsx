interface Named {
  readonly id: string;
  readonly title: string;
}

/** The title of a trajectory, with its id where another one of the same page is called the same. */
export function TitleApart({ of, among }: { readonly of: Named; readonly among: readonly Named[] }) {
  const alone = among.every(({ id, title }) => title !== of.title || id === of.id);
  return (
    <>
      {of.title}
      {!alone && <span class="quiet"> ({of.id})</span>}
    </>
  );
}
