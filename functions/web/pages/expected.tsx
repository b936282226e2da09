import type { ForecastView } from '../../operations/statusViews.ts';
import { Badge } from './badge.tsx';
import { DateOf } from './date.tsx';
import { Reasons } from './reasons.tsx';

/** The earliest day on which a milestone can be expected, and what stands in its way. */
export function Expected({ forecast }: { readonly forecast: ForecastView }) {
  const { expectedOn, slack, critical, moved, facts } = forecast;
  return (
    <>
      <DateOf day={expectedOn} />
      {slack < 0 && <Badge tone="warning">{workingDays(-slack)} over tijd</Badge>}
      {slack >= 0 && <span class="under">{workingDays(slack)} speling</span>}
      {critical && <span class="under">bepaalt het einde</span>}
      <Reasons moved={moved} />
      {facts.map((fact) => (
        <span class="under">onderweg: {fact}</span>
      ))}
    </>
  );
}

function workingDays(count: number): string {
  return count === 1 ? '1 werkdag' : `${count} werkdagen`;
}
