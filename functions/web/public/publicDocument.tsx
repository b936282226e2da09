import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { PAGE_SCRIPT, STYLESHEET } from '../ownFiles.ts';

interface Props {
  readonly title: string;
  readonly stage: string;
  readonly children: Child;
}

/**
 * Around a page for everybody: the same for all who read it, so nothing of who is signed in and no way to sign in; search
 * engines may list it.
 */
export function PublicDocument({ title, stage, children }: Props) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
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
              <span class="site-name">Besluitketen</span>
              {stage !== 'prod' && <span class="site-stage">omgeving: {stage}</span>}
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
                Deze pagina is hoogstens vijf minuten oud. Besluiten die nog niet openbaar zijn, staan er niet
                op.
              </p>
            </div>
          </footer>
        </body>
      </html>
    </>
  );
}
