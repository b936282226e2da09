import { MOST_EMBARGO_DAYS } from '../domain/decision/embargo.ts';

export const EMBARGO_HELP = `van een college: niet openbaar tot deze dag, hoogstens ${MOST_EMBARGO_DAYS} dagen na het besluit`;
