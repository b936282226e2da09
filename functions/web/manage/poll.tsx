import type { PollState } from '../../domain/councils/pollState.ts';
import { isPolled } from '../../domain/intake/polledSource.ts';
import { reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import { reconciledSentence } from '../../domain/intake/reconcile/reconciledSentence.ts';
import type { Source } from '../../domain/intake/source.ts';
import { DateOf } from '../pages/date.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';

interface Props {
  readonly source: Source;
  readonly poll: PollState | undefined;
}

/** How far what a source has by itself has been read, and what keeps us from it. */
export function Poll({ source, poll }: Props) {
  const isAsked = isPolled(source);
  const isLookedAt = isAsked || !('why' in reconcilable(source));
  return (
    <section aria-labelledby="bevragen">
      <h2 id="bevragen">{isAsked ? 'Hoe het bevragen gaat' : 'Wat zij niet meldt'}</h2>
      {!isAsked && <p>{reconciledSentence(source)}</p>}
      {isLookedAt && (poll ? <PollFacts poll={poll} /> : <p>Zij is nog niet bevraagd.</p>)}
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
          <Fact label="Gelezen tot en met">
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
