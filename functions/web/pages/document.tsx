import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { PAGE_SCRIPT, STYLESHEET } from '../ownFiles.ts';
import { VisitorBar } from './visitorBar.tsx';

interface Props {
  readonly title: string;
  readonly stage: string;
  readonly children: Child;
}

/** What every page has around its content. */
export function Document({ title, stage, children }: Props) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>{`${title} – Besluitketen`}</title>
          <link rel="stylesheet" href={STYLESHEET.address} />
          <script src={PAGE_SCRIPT.address} defer />
        </head>
        <body class="utrecht-document utrecht-document--surface">
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
            Naar de inhoud
          </a>
          <header class="utrecht-page-header site-header">
            <div class="utrecht-page-header__content">
              <a class="site-name" href="/">
                Besluitketen
              </a>
              <span class="site-stage">omgeving: {stage}</span>
              <VisitorBar />
            </div>
          </header>
          <div class="utrecht-page-body">
            <main id="inhoud" class="utrecht-page-body__content" tabindex={-1}>
              {children}
            </main>
          </div>
          <footer class="utrecht-page-footer site-footer">
            <div class="utrecht-page-footer__content">
              <p>
                Deze pagina toont de stand op het moment dat u haar opent. Ververs de pagina voor de nieuwste
                stand.
              </p>
            </div>
          </footer>
        </body>
      </html>
    </>
  );
}
