import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { dossierAddress, trajectoryAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { roundName } from '../pages/roundName.ts';

interface Props {
  readonly status: TrajectoryStatus;
  /** The round that somebody comes from. */
  readonly round: string | undefined;
  readonly stage: string;
}

/** What of a process is wanted as one archive; the choice is in the address of the file. */
export function DossierPage({ status: { trajectory, title, rounds }, round, stage }: Props) {
  return (
    <Document title={`Dossier: ${title}`} stage={stage}>
      <BackTo to={trajectoryAddress(trajectory)}>{title}</BackTo>
      <h1>Dossier</h1>
      <p class="lead">
        Alles wat is vastgelegd als één ZIP-bestand, voor het archief of een Woo-verzoek: besluiten,
        besluitenlijsten, logboek, plan en verzonden berichten, met een leesbare index en controlegetallen.
      </p>
      <form class="form" method="get" action={`${dossierAddress(trajectory)}.zip`}>
        <div class="utrecht-form-field">
          <label for="ronde">Waarvan</label>
          <select id="ronde" name="ronde">
            <option value="">het hele traject</option>
            {rounds.map((each) => (
              <option value={each.id} selected={each.id === round}>
                {roundName(each)}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="utrecht-form-field">
          <legend>Met personen?</legend>
          <div class="choice">
            <input type="radio" id="met" name="personen" value="met" required />
            <label for="met">
              Met namen, adressen en berichten
              <span class="under">voor het archief; deel dit niet verder</span>
            </label>
          </div>
          <div class="choice">
            <input type="radio" id="zonder" name="personen" value="zonder" required />
            <label for="zonder">
              Zonder namen van personen, adressen, plan en berichten
              <span class="under">voor een Woo-verzoek; lees de toelichtingen zelf nog na</span>
            </label>
          </div>
        </fieldset>
        <p class="buttons">
          <button type="submit" class="button">
            Haal het dossier op
          </button>
        </p>
      </form>
    </Document>
  );
}
