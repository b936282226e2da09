import type { LogPage as Page } from '../../operations/readLog.ts';
import { logAddress, trajectoryAddress } from '../pages/addresses.ts';
import { Alert } from '../pages/alert.tsx';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { LogForm } from './logForm.tsx';
import { LogTable } from './logTable.tsx';
import { type LogQuery, logQueryText } from './readLogQuery.ts';

interface Props {
  readonly page: Page;
  readonly query: LogQuery;
  readonly stage: string;
}

export function LogPage({ page, query, stage }: Props) {
  const { id, title, clock } = page;
  const { given, mistakes, after } = query;
  return (
    <Document title={`Logboek: ${title}`} stage={stage}>
      <BackTo to={trajectoryAddress(id)}>{title}</BackTo>
      <h1>Logboek</h1>
      <p class="lead">
        Wie wat deed, wanneer en langs welke weg; het nieuwste eerst. Er wordt nooit iets uit verwijderd.
      </p>
      {clock === 'virtual' && (
        <p>
          <Badge tone="warning">simulatie</Badge> Nagespeeld met een eigen klok: dit is niet echt gebeurd.
        </p>
      )}
      {mistakes.length > 0 && (
        <Alert>
          {mistakes.map((mistake) => (
            <p>{mistake}</p>
          ))}
        </Alert>
      )}
      <LogForm page={page} given={given} />
      {mistakes.length === 0 && (
        <section aria-labelledby="regels">
          <h2 id="regels">{after ? 'Oudere regels' : 'Regels'}</h2>
          <Lines page={page} query={query} />
        </section>
      )}
    </Document>
  );
}

function Lines({ page, query: { given, after } }: Pick<Props, 'page' | 'query'>) {
  const { id, lines, next } = page;
  const file = (extension: string) => `${logAddress(id)}.${extension}${logQueryText(given)}`;
  return (
    <>
      {lines.length === 0 ? <p>{emptyWords(page, given)}</p> : <LogTable page={page} />}
      <p class="pages">
        {after && <a href={`${logAddress(id)}${logQueryText(given)}`}>Terug naar het nieuwste</a>}
        {next && <a href={`${logAddress(id)}${logQueryText(given, next)}`}>Oudere regels</a>}
      </p>
      <p>
        Deze keuze als bestand:{' '}
        <a href={file('csv')} download>
          CSV voor een spreadsheet
        </a>{' '}
        of{' '}
        <a href={file('json')} download>
          JSON
        </a>
        .
      </p>
    </>
  );
}

function emptyWords({ next }: Page, given: LogQuery['given']): string {
  if (next) return 'In dit deel van het logboek is niets gevonden; kijk verder bij oudere regels.';
  return Object.keys(given).length > 0
    ? 'Er is niets gevonden dat aan deze keuze voldoet.'
    : 'Er staat nog niets in het logboek.';
}
