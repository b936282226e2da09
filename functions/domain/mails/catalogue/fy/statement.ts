import type { StatementWords } from '../statementWords.ts';

export const statement: StatementWords = {
  subject: ({ title, trajectory, forApproval }) =>
    `${forApproval ? 'Ter goedkarring: ' : ''}${title}: ${trajectory}`,
  preheader: (forApproval) =>
    forApproval
      ? 'Sjoch dit oersjoch nei en kar it goed; dêrnei giet it nei de kolleezjes.'
      : 'Wat der yn it fearnsjier ynkaam, ferplichte en útjûn is.',
  title: (quarter) => `Oersjoch fan it budzjet, ${quarter}`,
  intro: ({ trajectory, from, until }) =>
    `Dit oersjoch giet oer it jild fan ${trajectory}, fan ${from} oant en mei ${until}, nei de datum fan de boekingen. Bedraggen binne ynklusyf btw; efter elk bedrach steane de kenmerken fan de boekingen dêr’t it út bestiet.`,
  provisional: 'It fearnsjier is noch net foarby: de sifers binne foarriedich.',
  attached:
    'Yn de taheakke stiet elke boeking fan it fearnsjier, mei it part fan elke gemeente en de stân oan it begjin.',
  notAttached:
    'It fearnsjier hat tefolle boekingen foar in taheakke; se steane yn de bestannen fan: besluitketen ledger export.',
  approve: (command) => `Kar dit oersjoch goed foardat it nei de kolleezjes giet, mei: ${command}`,
  newVersion:
    'Dit is in nije ferzje: der is boekt sûnt de foarige makke waard. De foarige kin net mear goedkard wurde.',
  approvedBy: (name) => `Fêststeld út namme fan de projektlieding troch ${name}.`,
  before: 'Stân oan it begjin',
  sumsBefore: ({ received, committed, spent }) =>
    `ûntfongen ${received}, ferplichte ${committed}, útjûn ${spent}`,
  received: 'Untfongen',
  committed: 'Ferplichte',
  spent: 'Utjûn',
  open: 'Ferplichte en noch net betelle',
  free: 'Frij (ûntfongen en net ferplichte)',
  forecast: (quarter) => `Ferwachte útjeften, ${quarter}`,
  perMunicipality: 'Per gemeente',
  line: ({ received, committed, spent, open, free, forecast, next }) =>
    `ûntfongen ${received}; ferplichte ${committed}; útjûn ${spent}; noch te beteljen ${open}; frij ${free}; ferwachte yn it ${next} ${forecast}`,
  andOthers: (count) => ` en ${count} oare`,
};
