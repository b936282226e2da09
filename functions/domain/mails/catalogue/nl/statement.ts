import type { StatementWords } from '../statementWords.ts';

export const statement: StatementWords = {
  subject: ({ title, trajectory, forApproval }) =>
    `${forApproval ? 'Ter goedkeuring: ' : ''}${title}: ${trajectory}`,
  preheader: (forApproval) =>
    forApproval
      ? 'Kijk dit overzicht na en keur het goed; daarna gaat het naar de colleges.'
      : 'Wat er in het kwartaal binnenkwam, is verplicht en is uitgegeven.',
  title: (quarter) => `Overzicht van het budget, ${quarter}`,
  intro: ({ trajectory, from, until }) =>
    `Dit overzicht gaat over het geld van ${trajectory}, van ${from} tot en met ${until}, naar de datum van de boekingen. Bedragen zijn inclusief btw; achter elk bedrag staan de kenmerken van de boekingen waaruit het bestaat.`,
  provisional: 'Het kwartaal is nog niet voorbij: de cijfers zijn voorlopig.',
  attached:
    'In de bijlage staat elke boeking van het kwartaal, met het deel van elke gemeente en de stand aan het begin.',
  notAttached:
    'Het kwartaal heeft te veel boekingen voor een bijlage; zij staan in de bestanden van: besluitketen ledger export.',
  approve: (command) => `Keur dit overzicht goed voordat het naar de colleges gaat, met: ${command}`,
  newVersion:
    'Dit is een nieuwe versie: er is geboekt sinds de vorige werd gemaakt. De vorige kan niet meer worden goedgekeurd.',
  approvedBy: (name) => `Vastgesteld namens de projectleiding door ${name}.`,
  before: 'Stand bij het begin',
  sumsBefore: ({ received, committed, spent }) =>
    `ontvangen ${received}, verplicht ${committed}, uitgegeven ${spent}`,
  received: 'Ontvangen',
  committed: 'Verplicht',
  spent: 'Uitgegeven',
  open: 'Verplicht en nog niet betaald',
  free: 'Vrij (ontvangen en niet verplicht)',
  forecast: (quarter) => `Verwachte uitgaven, ${quarter}`,
  perMunicipality: 'Per gemeente',
  line: ({ received, committed, spent, open, free, forecast, next }) =>
    `ontvangen ${received}; verplicht ${committed}; uitgegeven ${spent}; nog te betalen ${open}; vrij ${free}; verwacht in het ${next} ${forecast}`,
  andOthers: (count) => ` en ${count} andere`,
};
