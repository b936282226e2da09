import type { PollState } from '../../domain/councils/pollState.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';
import { sourceAddress } from '../../domain/intake/sourceAddress.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { MappingWords } from './mappingWords.tsx';
import { MessagesTable } from './messagesTable.tsx';
import { Poll } from './poll.tsx';
import { SourceForms } from './sourceForms.tsx';

interface Props {
  readonly source: Source;
  /** The newest first. */
  readonly messages: readonly SeenMessage[];
  /** Of what it has by itself, once it was looked at. */
  readonly poll: PollState | undefined;
  readonly portalUrl: string;
  readonly stage: string;
}

/** One source: how it goes, what came from it last, and how its messages are read. */
export function SourcePage({ source, messages, poll, portalUrl, stage }: Props) {
  const failed = messages.filter(({ status }) => status === 'failed');
  return (
    <Document title={`Bron ${source.name}`} stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Bron {source.name}</h1>
      <p>{standing(source, failed.length > 0 || poll?.trouble !== undefined)}</p>
      <SourceFacts source={source} address={sourceAddress(source, portalUrl)} />
      <SourceForms source={source} />
      <Poll source={source} poll={poll} />
      {failed.length > 0 && (
        <section aria-labelledby="mislukt">
          <h2 id="mislukt">Wat niet lukt</h2>
          <MessagesTable caption="Wordt vanzelf opnieuw geprobeerd" messages={failed} />
        </section>
      )}
      <section aria-labelledby="berichten">
        <h2 id="berichten">Laatste berichten</h2>
        {messages.length === 0 ? (
          <p>Er is de laatste dertig dagen geen bericht binnengekomen.</p>
        ) : (
          <MessagesTable caption="De laatste vijftig, het nieuwste eerst" messages={messages} />
        )}
      </section>
      <section aria-labelledby="map">
        <h2 id="map">Hoe haar berichten gelezen worden</h2>
        <MappingWords mapping={source.mapping} />
      </section>
    </Document>
  );
}

function standing({ pausedAt }: Source, troubled: boolean) {
  if (pausedAt)
    return (
      <>
        <Badge tone="warning">gepauzeerd</Badge> sinds <Moment at={pausedAt} />; wat zij stuurt wordt bewaard.
      </>
    );
  return troubled ? <Badge tone="stopped">iets lukt niet</Badge> : <Badge tone="done">werkt</Badge>;
}

function SourceFacts({ source, address }: { source: Source; address: string | undefined }) {
  const { speaks, municipality, origins, mostPerMinute, addedAt, addedBy } = source;
  return (
    <Facts>
      {address && (
        <Fact label="Adres">
          <code>{address}</code>
        </Fact>
      )}
      <Fact label="Soort">{speaks}</Fact>
      <Fact label="Gemeente">{municipality}</Fact>
      <Fact label="Haalt op bij">{origins.length === 0 ? 'nergens' : <code>{origins.join(', ')}</code>}</Fact>
      {address && <Fact label="Hoogstens">{mostPerMinute} berichten per minuut</Fact>}
      <Fact label="Toegevoegd">
        <Moment at={addedAt} /> door {addedBy}
      </Fact>
    </Facts>
  );
}
