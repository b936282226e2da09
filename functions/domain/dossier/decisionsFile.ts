import { dutchDay } from '../calendar/dutchDay.ts';
import { OUTCOME_WORD, ROUND_STATUS_WORD } from '../dutch.ts';
import { csvLine, fileStart, textCell } from '../ledger/export/csvText.ts';
import type { DossierAnswer, DossierRound } from './dossier.ts';

const DUTCH = { dutch: true } as const;
const COLUMNS = [
  'ronde',
  'onderwerp',
  'stand',
  'orgaan',
  'naam',
  'antwoord',
  'datum',
  'kenmerk',
  'toelichting',
];

/** Every answer of every round, one a line, for a spreadsheet. */
export function decisionsFile(rounds: readonly DossierRound[]): string {
  const lines = rounds.flatMap(({ id, title, status, answers }) =>
    answers.map((answer) =>
      [
        ...[id, title, ROUND_STATUS_WORD[status], answer.body, answer.name],
        ...[answerWords(answer), answer.decidedOn ?? '', answer.reference ?? '', answer.note ?? ''],
      ].map(textCell),
    ),
  );
  return fileStart(DUTCH) + [COLUMNS, ...lines].map((cells) => csvLine(cells, DUTCH)).join('');
}

export function answerWords({ outcome, status, silence, embargo }: DossierAnswer): string {
  const until = embargo ? ` (NIET OPENBAAR tot ${dutchDay(embargo)})` : '';
  if (outcome) return `${OUTCOME_WORD[outcome]}${silence ? ' (door stilzwijgen)' : ''}${until}`;
  return status === 'open' ? 'gevraagd, nog geen antwoord' : 'geen antwoord';
}
