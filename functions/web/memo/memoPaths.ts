export const MEMO_PATH = '/traject/:id/ronde/:round/raadsinformatiebrief';
export const MEMO_FILE_PATH = `${MEMO_PATH}.pdf`;
