import { MARK_WORD } from '../../domain/mails/mailWords.ts';
import type { MarkedAddressView } from '../../operations/markedAddresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Fact, Facts } from '../pages/facts.tsx';
import { Moment } from '../pages/moment.tsx';
import { MAILS } from './mailPaths.ts';
import { ReleaseForm } from './releaseForm.tsx';

interface Props {
  readonly marked: MarkedAddressView;
  readonly stage: string;
}

/** What releasing an address brings about: said before it is done. */
export function ReleaseAddressPage({ marked, stage }: Props) {
  const { address, why, detail, markedAt } = marked;
  return (
    <Document title="Weer berichten naar dit adres?" stage={stage}>
      <BackTo to={MAILS}>Mails</BackTo>
      <h1>Weer berichten naar dit adres?</h1>
      <Facts>
        <Fact label="Adres">
          <span class="written">{address}</span>
        </Fact>
        <Fact label="Wat er was">{MARK_WORD[why]}</Fact>
        {detail && <Fact label="Volgens de mailserver">{detail}</Fact>}
        <Fact label="Sinds">
          <Moment at={markedAt} />
        </Fact>
      </Facts>
      <p>
        Wat alleen aan dit adres verschuldigd is, gaat dan meteen uit, van alle trajecten, en het signaal
        erover vervalt. Wat anderen al kregen, wordt niet nagezonden.
      </p>
      <p>
        {why === 'complained'
          ? 'De lezer meldde een bericht als ongewenst. Geef het adres alleen vrij als die persoon zegt weer berichten te willen.'
          : 'Komt een bericht opnieuw niet aan, dan staat het adres hier weer. De mailserver houdt ook zelf een lijst bij van geweigerde adressen: laat het daar ook van halen.'}
      </p>
      <ReleaseForm address={address} step="vrijgeven">
        Geef dit adres vrij
      </ReleaseForm>
    </Document>
  );
}
