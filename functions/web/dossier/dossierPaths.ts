export const DOSSIER_PATH = '/traject/:id/dossier';
export const DOSSIER_FILE_PATH = '/traject/:id/dossier.zip';
