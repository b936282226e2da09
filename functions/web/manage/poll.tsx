import type { PollState } from '../../domain/councils/pollState.ts';
import { DateOf } from '../pages/date.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';

/** How far a source that we ask has been read, and what keeps us from it. */
export function Poll({ poll }: { readonly poll: PollState | undefined }) {
  return (
    <section aria-labelledby="bevragen">
      <h2 id="bevragen">Hoe het bevragen gaat</h2>
      {poll === undefined ? <p>Zij is nog niet bevraagd; dat gebeurt elk uur.</p> : <PollFacts poll={poll} />}
    </section>
  );
}

function PollFacts({ poll }: { readonly poll: PollState }) {
  const { said, trouble, failingSince, failures, lastReadAt, readUntil, nextAt } = poll;
  return (
    <>
      {trouble && said && (
        <p class="card record">
          <strong>Niet te lezen{failingSince && ' sinds '}</strong>
          {failingSince && <Moment at={failingSince} />} ({failures} keer achter elkaar). {said}
        </p>
      )}
      <Facts>
        <Fact label="Laatst gelezen">{lastReadAt ? <Moment at={lastReadAt} /> : 'nog niet'}</Fact>
        {readUntil && (
          <Fact label="Vergaderingen tot">
            <DateOf day={readUntil} />
          </Fact>
        )}
        {nextAt && (
          <Fact label="Niet eerder dan">
            <Moment at={nextAt} />
          </Fact>
        )}
      </Facts>
    </>
  );
}
