/** One page of a list: which, of how many, and what is on it. */
export interface Sheet<T> {
  readonly shown: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** The part of a list that an address asks for (`?blad=2`); what it cannot have asked for is the nearest there is. */
export function sheetOf<T>(all: readonly T[], asked: string | undefined, most: number): Sheet<T> {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const wanted = Number(asked ?? 1);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
  return { shown: all.slice((page - 1) * most, page * most), page, pages };
}

interface Props {
  readonly sheet: Pick<Sheet<unknown>, 'page' | 'pages'>;
  /** The address of a page of this list. */
  readonly to: (page: number) => string;
}

/** The way to the page before and after; nothing where everything is on one page. */
export function PageLinks({ sheet: { page, pages }, to }: Props) {
  if (pages === 1) return null;
  return (
    <p class="pages">
      <span>
        Blad {page} van {pages}
      </span>
      {page > 1 && <a href={to(page - 1)}>Vorige</a>}
      {page < pages && <a href={to(page + 1)}>Volgende</a>}
    </p>
  );
}
