import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { stylesheetAddress } from '../stylesheetRoute.ts';

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
          <link rel="stylesheet" href={stylesheetAddress} />
        </head>
        <body>
          <a class="skip-link" href="#inhoud">
            Naar de inhoud
          </a>
          <header class="site-header">
            <div class="page-width">
              <span class="site-name">Besluitketen</span>
              {stage !== 'prod' && <span class="site-stage">omgeving: {stage}</span>}
            </div>
          </header>
          <main id="inhoud" class="page-width" tabindex={-1}>
            {children}
          </main>
          <footer class="site-footer">
            <div class="page-width">
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
