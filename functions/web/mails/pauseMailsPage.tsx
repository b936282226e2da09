import type { Trajectory } from '../../domain/trajectory.ts';
import { OneButton } from '../manage/sourceForms.tsx';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { mailsAddress } from './mailPaths.ts';

interface Props {
  readonly trajectory: Pick<Trajectory, 'id' | 'title'>;
  readonly pause: boolean;
  /** How many mails wait to go now. */
  readonly waiting: number;
  readonly stage: string;
}

/** What holding mails back, or letting them go, brings about: said before it is done. */
export function PauseMailsPage({ trajectory: { id, title }, pause, waiting, stage }: Props) {
  const own = mailsAddress(id);
  const question = pause ? 'Alle mails tegenhouden?' : 'De mails weer laten gaan?';
  return (
    <Document title={question} stage={stage}>
      <BackTo to={own}>{`Mails van ${title}`}</BackTo>
      <h1>{question}</h1>
      <p class="lead">
        {pause
          ? `Van ${title} gaat dan niets meer uit: geen verzoeken, geen herinneringen, geen berichten over besluiten. De keten zelf loopt door, en termijnen ook.`
          : `Wat van ${title} is tegengehouden en nog klopt, gaat dan meteen uit${waiting === 0 ? '; nu is dat niets.' : `: nu ${waiting === 1 ? 'één bericht' : `${waiting} berichten`}.`}`}
      </p>
      <p>
        {pause
          ? 'Niets raakt verloren: wat verschuldigd is, gaat zodra u de mails weer laat gaan. Een bericht dat op dit moment al onderweg is, kan nog aankomen.'
          : 'Een herinnering over iets dat intussen is beantwoord, gaat niet meer.'}
      </p>
      {pause ? (
        <OneButton to={`${own}/pauze`}>Houd alle mails tegen</OneButton>
      ) : (
        <OneButton to={`${own}/hervatten`}>Laat de mails gaan</OneButton>
      )}
    </Document>
  );
}
