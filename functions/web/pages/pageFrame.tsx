import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { PAGE_SCRIPT, STYLESHEET } from '../ownFiles.ts';

interface Props {
  readonly title: string;
  /** May search engines list it? */
  readonly isListed: boolean;
  readonly header: Child;
  readonly footer: Child;
  readonly children: Child;
}

/** The document that every page is: its files, the way past the header, and where header, content and footer stand. */
export function PageFrame({ title, isListed, header, footer, children }: Props) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {!isListed && <meta name="robots" content="noindex" />}
          <title>{`${title} – Besluitketen`}</title>
          <link rel="stylesheet" href={STYLESHEET.address} />
          <script src={PAGE_SCRIPT.address} defer />
        </head>
        <body class="utrecht-document utrecht-document--surface">
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
            Naar de inhoud
          </a>
          <header class="utrecht-page-header site-header">
            <div class="utrecht-page-header__content">{header}</div>
          </header>
          <div class="utrecht-page-body">
            <main id="inhoud" class="utrecht-page-body__content" tabindex={-1}>
              {children}
            </main>
          </div>
          <footer class="utrecht-page-footer site-footer">
            <div class="utrecht-page-footer__content">
              <p>{footer}</p>
            </div>
          </footer>
        </body>
      </html>
    </>
  );
}
