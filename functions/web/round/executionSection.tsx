import { executionArn } from '../../adapters/executionArn.ts';
import { executionName } from '../../domain/roundId.ts';
import type { RoundPageView } from '../../operations/readRound.ts';
import { Fact, Facts } from '../pages/facts.tsx';
import { consoleAddress } from './consoleAddress.ts';

interface Props {
  readonly execution: RoundPageView['execution'];
  readonly chainArn: string;
  readonly isLocal: boolean;
  /** Where its history is told in words, from another page. */
  readonly page?: string;
}

/** For the administrator: where the execution of this round is to be seen. */
export function ExecutionSection({ execution, chainArn, isLocal, page }: Props) {
  const arn = executionArn(chainArn, execution);
  const address = isLocal ? undefined : consoleAddress(arn);
  return (
    <section aria-labelledby="uitvoering">
      <h2 id="uitvoering">Uitvoering</h2>
      <Facts>
        <Fact label="Naam">
          <code>{executionName(execution.trajectory, execution, execution.epoch)}</code>
        </Fact>
        <Fact label="Uitvoering nummer">{execution.epoch}</Fact>
        {page && (
          <Fact label="Geschiedenis">
            <a href={page}>Hoe zij loopt en liep, in gewone woorden</a>
          </Fact>
        )}
        <Fact label="Waar te zien">
          {!execution.started &&
            'Zij is nog niet gestart; dat gebeurt vanzelf, uiterlijk bij de eerstvolgende ochtendronde. '}
          {address && <a href={address}>Open haar in de AWS-console</a>}
          {isLocal && (
            <>
              De lokale cloud heeft geen AWS-console. Vraag haar op met{' '}
              <code>aws stepfunctions describe-execution --execution-arn {arn}</code> en het adres (
              <code>endpoint</code>) uit <code>.local/environment.json</code> als <code>--endpoint-url</code>.
            </>
          )}
          {!address && !isLocal && <code>{arn}</code>}
        </Fact>
      </Facts>
      <p class="quiet">
        AWS bewaart de geschiedenis van een uitvoering tot 90 dagen na haar einde. Wat er is besloten staat in
        de tabel en op deze pagina, en blijft.
      </p>
    </section>
  );
}
