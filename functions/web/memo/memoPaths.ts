export const MEMO_PATH = '/traject/:id/ronde/:round/raadsinformatiebrief';
