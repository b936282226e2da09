import { OUTCOME_WORD, VERDICT_WORD } from '../../domain/dutch.ts';
import type { PublicRound } from '../../domain/public/publicTimeline.ts';
import { ANSWER_TONE, NotPublicUntil } from '../pages/answer.tsx';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { RoundBadge } from '../pages/roundFacts.tsx';
import { roundName } from '../pages/roundName.ts';
import { Cell } from '../pages/tableCell.tsx';

/** Who answered what, round by round; the latest first. */
export function PublicRounds({ rounds }: { readonly rounds: readonly PublicRound[] }) {
  return (
    <section aria-labelledby="rondes">
      <h2 id="rondes">Besluitrondes</h2>
      {rounds.length === 0 && <p>Er is nog geen besluitronde geopend.</p>}
      {[...rounds].reverse().map((round) => (
        <div class="card round">
          <p class="round-facts">
            <RoundBadge round={{ status: round.status, revised: false }} />
            {round.verdict && (
              <span>
                Uitkomst: <strong>{VERDICT_WORD[round.verdict]}</strong>
              </span>
            )}
            <span>
              Geopend op <DateOf day={round.opened} />
            </span>
            {round.closed && (
              <span>
                Gesloten op <DateOf day={round.closed} />
              </span>
            )}
          </p>
          <table class="stacking">
            <caption>{roundName(round)}</caption>
            <thead>
              <tr>
                <th scope="col">Orgaan</th>
                <th scope="col">Antwoord</th>
                <th scope="col">Datum</th>
              </tr>
            </thead>
            <tbody>
              {round.answers.map((answer) => (
                <tr>
                  <th scope="row">{answer.name}</th>
                  <Cell label="Antwoord">
                    <PublicAnswer answer={answer} />
                  </Cell>
                  <Cell label="Datum">{answer.on && <DateOf day={answer.on} />}</Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

function PublicAnswer({ answer }: { readonly answer: PublicRound['answers'][number] }) {
  const { outcome, newDate, publicOn } = answer;
  if (outcome)
    return (
      <>
        <Badge tone={ANSWER_TONE[outcome] ?? 'warning'}>{OUTCOME_WORD[outcome]}</Badge>
        {newDate && (
          <span class="under">
            nieuwe datum <DateOf day={newDate} />
          </span>
        )}
      </>
    );
  if (publicOn)
    return (
      <>
        <Badge tone="waiting">antwoord gegeven</Badge>
        <NotPublicUntil day={publicOn} />
      </>
    );
  return <Badge tone="waiting">nog geen antwoord</Badge>;
}
