import type { Round } from '../../domain/round/round.ts';
import { MOST_FAULTS } from '../../operations/resumeRound.ts';
import { OneButton } from '../manage/sourceForms.tsx';
import { executionAddress, resumeAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { roundName } from '../pages/roundName.ts';

interface Props {
  readonly round: Round;
  readonly id: string;
  readonly stage: string;
}

/** What resuming does, before it is done. */
export function ResumePage({ round, id, stage }: Props) {
  const { trajectory, title } = round;
  const name = roundName({ id, title });
  return (
    <Document title={`${name} hervatten`} stage={stage}>
      <BackTo to={executionAddress(trajectory, id)}>{`Uitvoering van ${name}`}</BackTo>
      <h1>{name} hervatten?</h1>
      <p class="lead">
        Er begint een nieuwe uitvoering, die leest wat er al is: wie geantwoord heeft, wordt niet opnieuw
        gevraagd, en wie gevraagd is, houdt zijn verzoek en zijn termijn.
      </p>
      <ul>
        <li>Loopt de uitvoering nog, dan gebeurt er niets.</li>
        <li>
          Na een storing hervat Besluitketen vanzelf, hoogstens {MOST_FAULTS} keer per stap; met de hand
          hervat u haar ook daarna. De telling begint dan opnieuw.
        </li>
        <li>Gebruik hiervoor niet de redrive van de AWS-console; docs/console.md zegt waarom.</li>
      </ul>
      <OneButton to={resumeAddress(trajectory, id)}>Hervat deze ronde</OneButton>
    </Document>
  );
}
