import { ROLE_WORD } from '../access/roleWords.ts';
import { dutchDay, periodWords } from '../calendar/dutchDay.ts';
import { givenWords } from '../decision/embargo.ts';
import { OUTCOME_WORD, VERDICT_WORD } from '../dutch.ts';
import { euros } from '../ledger/euros.ts';
import { TYPE_WORD } from '../ledger/wrongOrder.ts';
import { type PlanNames, subjectWords } from '../plan/planNames.ts';
import type { AuditEntry } from '../trajectory.ts';
import type { AuditKind } from './auditWords.ts';

/** What an entry has to say; `said` gives a detail as text, empty when it is not there. */
interface Told {
  readonly subject: string;
  readonly names: PlanNames;
  /** The round or milestone, and the body, by name. */
  readonly about: string;
  readonly said: (detail: string) => string;
}

/** One line of the log as a sentence in Dutch. Names are those of the plan of now; what it does not know stays an id. */
export function auditSentence(
  names: PlanNames,
  entry: Pick<AuditEntry, 'what' | 'subject' | 'details'>,
): string {
  const { what, subject, details } = entry;
  const said = (detail: string) => String(details[detail] ?? '');
  return SENTENCE[what]({ subject, names, about: subjectWords(names, subject), said });
}

const SENTENCE: Readonly<Record<AuditKind, (told: Told) => string>> = {
  started: () => 'Het traject is gestart.',
  'milestone-opened': ({ about }) => `Mijlpaal ${about} is begonnen.`,
  'round-opened': ({ about }) => `Besluitronde ${about} is geopend.`,
  decided: (told) =>
    told.said('outcome') === '' && told.said('embargo') !== ''
      ? `${told.about}: ${givenWords(told.said('embargo'))}.`
      : told.said('silence') === 'true'
        ? `${told.about}: er kwam geen antwoord binnen de termijn, en dat telt volgens het plan als ${outcomeIn(told)}.`
        : `${told.about}: ${outcomeIn(told)} op ${dayIn(told, 'on')}.${remarks(told)}`,
  deferred: (told) =>
    `${told.about}: ${outcomeIn(told)} op ${dayIn(told, 'on')}, tot ${dayIn(told, 'newDate')}.${remarks(told)}`,
  corrected: (told) =>
    `${told.about}: verbeterd in ${outcomeIn(told)} op ${dayIn(told, 'on')}.${because(told)}${remarks(told)}`,
  'late-correction': (told) =>
    `${told.about}: gemeld dat het ${outcomeIn(told)} op ${dayIn(told, 'on')} moet zijn, nadat de stap was gewogen.${because(told)}${remarks(told)}`,
  attached: (told) => `${told.about}: besluitenlijst bij het antwoord gevoegd.`,
  withdrawn: (told) => `${told.about} is ingetrokken.${because(told)}`,
  'mails-paused': () => 'De mails van dit traject zijn gepauzeerd.',
  'mails-resumed': () => 'De mails van dit traject gaan weer uit.',
  'memo-made': ({ about, said }) => `${about}: raadsinformatiebrief gemaakt (versie ${said('version')}).`,
  'memo-approved': ({ about, said }) =>
    `${about}: raadsinformatiebrief goedgekeurd (versie ${said('version')}).`,
  published: () => 'De openbare tijdlijn van dit traject staat aan.',
  unpublished: () => 'De openbare tijdlijn van dit traject staat uit.',
  'stage-passed': (told) =>
    `${told.about}: stap ${Number(told.said('stage')) + 1} is afgerond, ${verdictIn(told)}.`,
  'round-concluded': (told) => `${told.about} is afgerond: ${verdictIn(told)}.`,
  'round-divided': ({ about }) =>
    `${about}: verdeeld, en terug bij de organisatie voor een herzien voorstel.`,
  revised: ({ about, names, said }) =>
    `Herzien voorstel na ${subjectWords(names, said('after'))}: ${about} begint.${remark('Toelichting', said('note'))}`,
  resumed: ({ about }) => `${about}: de uitvoering is hervat; niemand wordt opnieuw gevraagd.`,
  completed: (told) => `Mijlpaal ${told.about} is afgerond op ${dayIn(told, 'on')}.`,
  replanned: (told) =>
    `De planning is vervangen (versie ${told.said('version')}): ${told.said('moved')} verschoven, ${told.said('added')} nieuw, ${told.said('removed')} vervallen, ${told.said('withdrawn')} rondes ingetrokken.${because(told)}`,
  'item-accepted': (told) =>
    `${told.about}: een bericht van ${told.said('source')} is overgenomen, ${outcomeIn(told)} op ${dayIn(told, 'on')}.`,
  'item-placed': ({ about, said }) =>
    `${about}: een bericht van ${said('source')} is ter bevestiging voorgelegd.`,
  'item-dismissed': (told) => `Een bericht van ${told.said('source')} is afgewezen.${because(told)}`,
  'role-granted': (told) => `${roleIn(told)} gegeven aan iemand (${told.said('person')}).`,
  'role-revoked': (told) => `${roleIn(told)} ingetrokken van iemand (${told.said('person')}).`,
  booked: (told) =>
    `${capital(wordOf(TYPE_WORD, told.said('type')))} ${told.subject}: ${euros(Number(told.said('amount')))} op ${dayIn(told, 'date')}, geld van ${told.said('year')}.`,
  'ledger-imported': ({ subject, said }) => `${said('entries')} boekingen ingelezen uit ${subject}.`,
  'statement-made': ({ subject, said }) =>
    `Overzicht van het ${periodWords(subject)} gemaakt (versie ${said('version')}).`,
  'statement-approved': ({ subject, said }) =>
    `Overzicht van het ${periodWords(subject)} goedgekeurd (versie ${said('version')}).`,
};

function outcomeIn({ said }: Told): string {
  return wordOf(OUTCOME_WORD, said('outcome'));
}

function verdictIn({ said }: Told): string {
  return wordOf(VERDICT_WORD, said('verdict'));
}

function roleIn({ subject, names, said }: Told): string {
  const body = names.body(subject);
  return `Rol ${wordOf(ROLE_WORD, said('role'))}${body ? ` van ${body}` : ''}`;
}

function dayIn({ said }: Told, detail: string): string {
  const day = said(detail);
  return day === '' ? 'onbekende dag' : dutchDay(day);
}

function because({ said }: Told): string {
  return remark('Reden', said('reason'));
}

function remarks({ said }: Told): string {
  return `${remark('Kenmerk', said('reference'))}${remark('Toelichting', said('note'))}${embargoIn(said('embargo'))}`;
}

function embargoIn(embargo: string): string {
  if (embargo === '') return '';
  return embargo === 'lifted' ? ' Het embargo is opgeheven.' : ` Niet openbaar tot ${dutchDay(embargo)}.`;
}

function remark(word: string, text: string): string {
  return text === '' ? '' : ` ${word}: ${text}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A word of a list; of another version of ours it may be one that is not in it. */
function wordOf(words: Readonly<Record<string, string>>, text: string): string {
  return Object.hasOwn(words, text) ? (words[text] ?? text) : text;
}
