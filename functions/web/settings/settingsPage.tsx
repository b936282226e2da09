import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Cell } from '../pages/tableCell.tsx';
import type { SettingGroup } from './settingGroups.ts';

interface Props {
  readonly groups: readonly SettingGroup[];
  readonly stage: string;
}

/** What the stage is set to; nothing is changed here. */
export function SettingsPage({ groups, stage }: Props) {
  return (
    <Document title="Instellingen" stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Instellingen</h1>
      <p class="lead">
        Wat voor deze omgeving geldt en waar u het wijzigt. Hier is niets te wijzigen, en geheimen staan hier
        niet.
      </p>
      {groups.map(({ title, settings }) => (
        <section>
          <h2>{title}</h2>
          <table class="stacking">
            <caption>{title}: wat er geldt</caption>
            <thead>
              <tr>
                <th scope="col">Instelling</th>
                <th scope="col">Waarde</th>
                <th scope="col">Wijzigen</th>
              </tr>
            </thead>
            <tbody>
              {settings.map(({ name, value, changed }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <Cell label="Waarde">{value}</Cell>
                  <Cell label="Wijzigen">{changed}</Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Document>
  );
}
