/** Elements as such, and what stands around every page. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }

body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 var(--font);
  overflow-wrap: break-word;
  -webkit-text-size-adjust: 100%;
}

h1, h2, h3, h4 { line-height: 1.25; margin: 0 0 var(--space-2); text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem); }
h2 { font-size: clamp(1.25rem, 1.1rem + 0.75vw, 1.625rem); }
h3 { font-size: 1.1875rem; }
h4 { font-size: 1.0625rem; }
p, ul, pre { margin: 0 0 var(--space-2); }
p, main > ul { max-width: var(--text-width); }
ul { padding-left: 1.25rem; }
code { font-family: var(--font-fixed); font-size: 0.9375em; overflow-wrap: anywhere; }
pre {
  padding: var(--space-2) var(--space-3);
  background: var(--group);
  border-radius: var(--radius);
  white-space: pre-wrap;
}

a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
:target { scroll-margin-top: var(--space-3); }

.page-width { width: 100%; max-width: var(--page-width); margin: 0 auto; padding: 0 var(--space-3); }
main.page-width { flex: 1; padding-top: var(--space-4); padding-bottom: var(--space-5); }

.skip-link {
  position: absolute;
  left: var(--space-3);
  top: -6rem;
  z-index: 1;
  padding: var(--space-2) var(--space-3);
  background: var(--surface);
}
.skip-link:focus { top: var(--space-2); }

.site-header { background: var(--header); color: var(--header-text); }
.site-header :focus-visible { outline-color: var(--header-text); }
.site-header .page-width {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 var(--space-3);
  padding-top: var(--space-2);
  padding-bottom: var(--space-2);
}
.site-name { color: inherit; font-size: 1.125rem; font-weight: 700; text-decoration: none; padding: var(--space-1) 0; }
.site-name:hover { text-decoration: underline; }
.site-stage { font-size: 0.875rem; }

.site-footer { border-top: 1px solid var(--line); color: var(--text-quiet); font-size: 0.875rem; }
.site-footer p { margin: var(--space-3) 0; }

@media print {
  .skip-link, .site-footer, nav { display: none; }
}
`;
