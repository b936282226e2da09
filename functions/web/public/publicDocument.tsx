import type { Child } from 'hono/jsx';
import { PageFrame } from '../pages/pageFrame.tsx';

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
    <PageFrame
      title={title}
      isListed
      header={
        <>
          <span class="site-name">Besluitketen</span>
          {stage !== 'prod' && <span class="site-stage">omgeving: {stage}</span>}
        </>
      }
      footer="Deze pagina is hoogstens vijf minuten oud. Besluiten die nog niet openbaar zijn, staan er niet op."
    >
      {children}
    </PageFrame>
  );
}
