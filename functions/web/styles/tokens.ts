/**
 * Design tokens. Every text colour has at least 4.5:1 on the grounds it is used on, in light and in dark
 * (WCAG 2.1, 1.4.3); lines that carry meaning at least 3:1 (1.4.11).
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  --font-fixed: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 1rem;
  --space-4: 1.5rem;
  --space-5: 2.5rem;
  --radius: 0.375rem;
  --page-width: 75rem;
  --text-width: 65ch;

  --ground: #f3f5f7;
  --surface: #ffffff;
  --text: #1a2027;
  --text-quiet: #4c5763;
  --line: #d3d9df;
  --line-strong: #6f7b87;
  --link: #0a5191;
  --focus: #0a5191;
  --header: #0c3a5f;
  --header-text: #ffffff;
  --group: #e9eef3;
  --bar: #2f7cc4;
  --bar-soft: #b9d5ef;
  --bar-strong: #0c3a5f;

  --done: #14532d;
  --done-ground: #e2f3e7;
  --active: #0b3f75;
  --active-ground: #dfecfb;
  --waiting: #3d4751;
  --waiting-ground: #eceff2;
  --warning: #5c3f00;
  --warning-ground: #fff0c9;
  --stopped: #86190f;
  --stopped-ground: #fde5e2;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11161b;
    --surface: #1a2129;
    --text: #e8ecf0;
    --text-quiet: #b1bbc6;
    --line: #36414c;
    --line-strong: #8592a0;
    --link: #92c5f7;
    --focus: #ffd866;
    --header: #0c2235;
    --header-text: #ffffff;
    --group: #242e38;
    --bar: #5a9ddb;
    --bar-soft: #2b5580;
    --bar-strong: #d3e6f8;

    --done: #a9e5be;
    --done-ground: #143523;
    --active: #b7d9fc;
    --active-ground: #14334f;
    --waiting: #cfd7df;
    --waiting-ground: #2b343d;
    --warning: #f8dd8d;
    --warning-ground: #40320b;
    --stopped: #ffc2ba;
    --stopped-ground: #4b1e19;
  }
}
`;
