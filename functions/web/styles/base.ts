/** Elements as such, and what stands around every page. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }

body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  overflow-wrap: break-word;
  -webkit-text-size-adjust: 100%;
}

h1, h2, h3, h4 { text-wrap: balance; margin-top: 0; }
p, ul { margin-top: 0; }
p, main > ul, .text-width { max-width: var(--text-width); }
ul > li::marker { content: normal; }
code { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
pre:has(> code:only-child) { border-radius: var(--radius); }

a { text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
:target { scroll-margin-top: var(--space-3); }

/* A wide drawing scrolls by itself; without this its column of the grid grows with it. */
.utrecht-page-header, .utrecht-page-body, .utrecht-page-footer { grid-template-columns: minmax(0, 1fr); }
.site-header :focus-visible { outline-color: var(--header-text); }
.site-header > div {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 var(--space-3);
}
.site-name { color: inherit; font-size: 1.125rem; font-weight: 700; text-decoration: none; padding: var(--space-1) 0; }
.site-name:hover { text-decoration: underline; }
.site-stage { font-size: 0.875rem; }

.site-footer { border-top: 1px solid var(--line); font-size: 0.875rem; --utrecht-document-font-size: 0.875rem; }
.site-footer p { margin: var(--space-3) 0; }

@media print {
  .utrecht-skip-link, .site-footer, nav { display: none; }
}
`;
