import { EVERY_TRAJECTORY } from '../../domain/access/accessTable.ts';
import type { Grant } from '../../domain/access/role.ts';
import { ROLE_WORD } from '../../domain/access/roleWords.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { WorkIn } from '../../operations/readOwnWork.ts';

interface Props {
  readonly grants: readonly Grant[];
  readonly work: readonly WorkIn[];
}

/** Why somebody sees what is here, and not something else. */
export function OwnRoles({ grants, work }: Props) {
  const names = new Map(work.flatMap(({ plan }) => bodiesOf(plan).map(({ id, name }) => [id, name])));
  const titles = new Map(work.map(({ trajectory: { id, title } }) => [id, title]));
  return (
    <section aria-labelledby="rollen">
      <h2 id="rollen">Uw rollen</h2>
      <ul>
        {grants.map(({ role, body, trajectory }) => (
          <li>
            {ROLE_WORD[role]}
            {body && ` van ${names.get(body) ?? body}`}
            {trajectory === EVERY_TRAJECTORY
              ? ', in alle trajecten'
              : `, in ${titles.get(trajectory) ?? trajectory}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
