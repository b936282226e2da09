import type { Child } from 'hono/jsx';
import { PageFrame } from './pageFrame.tsx';
import { VisitorBar } from './visitorBar.tsx';

interface Props {
  readonly title: string;
  readonly stage: string;
  readonly children: Child;
}

/** What every page has around its content. */
export function Document({ title, stage, children }: Props) {
  return (
    <PageFrame
      title={title}
      isListed={false}
      header={
        <>
          <a class="site-name" href="/">
            Besluitketen
          </a>
          <span class="site-stage">omgeving: {stage}</span>
          <VisitorBar />
        </>
      }
      footer="Deze pagina toont de stand op het moment dat u haar opent. Ververs de pagina voor de nieuwste stand."
    >
      {children}
    </PageFrame>
  );
}
