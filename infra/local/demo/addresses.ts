/** Of the time control: only the local cloud's own server answers there (serveHere.ts). */
export const DEMO = '/demo';
