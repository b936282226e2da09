import { dayOf } from '../../domain/calendar/days.ts';
import { FLAG_WORD } from '../../domain/dutch.ts';
import { flagAbout, flagSentence } from '../../domain/flags/flagAbout.ts';
import { planNames } from '../../domain/plan/planNames.ts';
import type { Flag } from '../../domain/trajectory.ts';
import type { WorkIn } from '../../operations/readOwnWork.ts';
import { trajectoryAddress } from '../pages/addresses.ts';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { firstOf } from './firstOf.ts';
import { WorkSection } from './workSection.tsx';

interface Props {
  readonly flags: readonly { readonly flag: Flag; readonly of: WorkIn }[];
}

/** What a project lead must look at, the earliest first. */
export function LeadFlags({ flags }: Props) {
  if (flags.length === 0) return null;
  const { first, more } = firstOf([...flags].sort((a, b) => (a.flag.raisedAt < b.flag.raisedAt ? -1 : 1)));
  return (
    <WorkSection id="signalen" title="Signalen van uw trajecten" more={more}>
      <ul class="attention">
        {first.map(({ flag, of }) => (
          <li class="card">
            <p>
              <Badge tone="warning">{FLAG_WORD[flag.flag]}</Badge>{' '}
              <strong>{flagAbout(planNames(of.plan), flag)}</strong>
              <span class="quiet">
                {' '}
                sinds <DateOf day={dayOf(flag.raisedAt)} />, in{' '}
                <a href={trajectoryAddress(of.trajectory.id)}>{of.trajectory.title}</a>
              </span>
            </p>
            <p>{flagSentence(flag.subject, flag.reason)}</p>
            {flag.todo && <p class="quiet">Wat u kunt doen: {flag.todo}</p>}
          </li>
        ))}
      </ul>
    </WorkSection>
  );
}
