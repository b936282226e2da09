export const STATEMENT_PATH = '/traject/:id/overzicht/:quarter';
