/**
 * Beside each other: what stands inline is for programs that leave the sheet out, and light; the sheet turns it dark
 * where the reader has it so. Contrast is at least 7 : 1 in both.
 */
export const STYLE = {
  sheet: [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    '.page{background:#16181c!important;color:#f2f2f2!important}',
    '.small{color:#d6d9de!important}',
    '.link{color:#9fcdff!important}',
    '.action{background:#9fcdff!important;color:#0b1a2b!important}',
    '}',
  ].join(''),
  page: 'margin:0;background:#ffffff;color:#1b1b1b;font-family:Arial,Helvetica,sans-serif;font-size:100%;line-height:1.5',
  /** Shown by lists of mails only. */
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  main: 'display:block;max-width:40em;margin:0 auto;padding:1em;overflow-wrap:anywhere;word-break:break-word',
  heading: 'font-size:1.4em;line-height:1.25;margin:0 0 .8em',
  title: 'font-size:1.1em;margin:1.2em 0 .4em',
  facts: 'margin:1em 0',
  term: 'font-weight:bold;margin:.5em 0 0',
  fact: 'margin:0',
  link: 'color:#00437a',
  action:
    'display:inline-block;padding:.7em 1.2em;background:#00437a;color:#ffffff;border-radius:.25em;font-weight:bold;text-decoration:none',
  small: 'font-size:.9em;color:#404040',
} as const;
