import { FORM_TOKEN } from '../../../functions/web/access/ownForm.ts';
import { trajectoryAddress } from '../../../functions/web/pages/addresses.ts';
import { BackTo } from '../../../functions/web/pages/backTo.tsx';
import { DateOf } from '../../../functions/web/pages/date.tsx';
import { Document } from '../../../functions/web/pages/document.tsx';
import { awaitsRevision, roundName } from '../../../functions/web/pages/roundName.ts';
import { postboxOf } from '../postbox/addresses.ts';
import { DEMO } from './addresses.ts';
import type { DemonstrationView } from './demonstration.ts';
import { HappenedSection } from './happenedSection.tsx';
import { ANSWERS, STEP } from './postedStep.ts';

interface Props {
  readonly view: DemonstrationView | undefined;
  /** Whether the bodies answer by themselves. */
  readonly answers: boolean;
  /** The day before the last step of this visit. */
  readonly since: string | undefined;
  readonly token: string;
  readonly notice: string | undefined;
}

/** The time control: a trajectory with a clock that its visitor moves. */
export function DemoPage({ view, answers, since, token, notice }: Props) {
  return (
    <Document title="Proeftraject" stage="local">
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>Proeftraject</h1>
      <p class="lead">
        Speel het visietraject na: u zet de klok vooruit, en Besluitketen doet wat het op die dagen zou doen.
      </p>
      {notice !== undefined && (
        <section class="card notice" role="alert" aria-labelledby="melding">
          <h2 id="melding">Dit ging niet</h2>
          <p>{notice}</p>
        </section>
      )}
      {view ? (
        <Running view={view} answers={answers} since={since} token={token} />
      ) : (
        <section class="card empty" aria-labelledby="begin">
          <h2 id="begin">Er is nog geen proeftraject</h2>
          <p>
            Het begint op de eerste dag van het plan, met een eigen klok. Mails gaan alleen naar de postbus
            van deze lokale omgeving; wat u doet telt nergens echt.
          </p>
          <form method="post" action={DEMO}>
            <input type="hidden" name={FORM_TOKEN} value={token} />
            <button class="button" type="submit" name={STEP} value="start">
              Start een proeftraject
            </button>
          </form>
        </section>
      )}
    </Document>
  );
}

function Running({
  view,
  answers,
  since,
  token,
}: Omit<Props, 'view' | 'notice'> & { view: DemonstrationView }) {
  const { status, happened } = view;
  const finished = status.milestones.every(
    (each) => each.status === 'completed' || each.status === 'withdrawn',
  );
  return (
    <>
      <section class="card" aria-labelledby="klok">
        <h2 id="klok">
          Het is <DateOf day={status.today} />
        </h2>
        <p>{turnOf(view, finished)}</p>
        {!finished && (
          <form class="form" method="post" action={DEMO}>
            <input type="hidden" name={FORM_TOKEN} value={token} />
            <p class="choice">
              <input id="antwoorden" type="checkbox" name={ANSWERS} value="vanzelf" checked={answers} />
              <label for="antwoorden">
                Antwoorden vanzelf
                <span class="under">
                  Elk orgaan antwoordt na tien werkdagen. Uit: u antwoordt zelf, met de link in de mails of op
                  de opdrachtregel.
                </span>
              </label>
            </p>
            <p class="buttons">
              <button class="button" type="submit" name={STEP} value="dag">
                Volgende dag
              </button>
              <button class="button" type="submit" name={STEP} value="week">
                Volgende week
              </button>
              <button class="button" type="submit" name={STEP} value="gebeurtenis">
                Naar de volgende gebeurtenis
              </button>
            </p>
          </form>
        )}
        <ul class="link-list">
          <li>
            <a href={trajectoryAddress(status.trajectory)}>De tijdlijn van dit proeftraject</a>
          </li>
          <li>
            <a href={postboxOf(status.trajectory)}>De mails van dit proeftraject</a>
          </li>
        </ul>
      </section>
      <HappenedSection happened={happened} since={since} />
      <section aria-labelledby="opnieuw">
        <h2 id="opnieuw">Opnieuw beginnen</h2>
        <p>Dit proeftraject blijft dan bestaan, in het overzicht onder Simulaties.</p>
        <form method="post" action={DEMO}>
          <input type="hidden" name={FORM_TOKEN} value={token} />
          <button class="button button-quiet" type="submit" name={STEP} value="start">
            Begin een nieuw proeftraject
          </button>
        </form>
      </section>
    </>
  );
}

function turnOf({ status }: DemonstrationView, finished: boolean): string {
  if (finished) return 'Alle mijlpalen zijn afgerond: het traject is klaar.';
  const asked = status.openRequests.map(({ name }) => name);
  if (asked.length > 0) return `Aan zet: ${[...new Set(asked)].join(', ')}.`;
  const revising = status.rounds.find(awaitsRevision);
  if (revising) return `De organisatie herziet het voorstel van ${roundName(revising)}.`;
  const work = status.milestones.filter((each) => each.status === 'open').map(({ title }) => title);
  return work.length > 0
    ? `Nu bezig: ${work.join('; ')}.`
    : 'Niemand is aan zet; de volgende mijlpaal opent vanzelf.';
}
