import type { PlanPart } from './planPart.ts';

interface Props {
  readonly part: Omit<PlanPart, 'milestones'> & { readonly milestones: { readonly length: number } };
  /** Of the page. */
  readonly at: string;
}

/** Which milestones are drawn, and the way to the others; nothing when all are. */
export function PlanParts({ part, at }: Props) {
  const { part: current, parts, first, total, milestones } = part;
  if (parts === 1) return null;
  const address = (to: number) => `${at}?deel=${to}`;
  return (
    <p class="parts">
      <span>
        Mijlpalen {first} t/m {first + milestones.length - 1} van {total}, op volgorde van periode
      </span>
      {current > 1 && <a href={address(current - 1)}>Eerdere mijlpalen</a>}
      {current < parts && <a href={address(current + 1)}>Latere mijlpalen</a>}
    </p>
  );
}
