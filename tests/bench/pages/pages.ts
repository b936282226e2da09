import { LARGE } from './twoProcesses.ts';

interface BenchPage {
  readonly name: string;
  readonly path: string;
  /** The function that serves it. */
  readonly by: 'portal' | 'forms';
}

/** What people read of a trajectory, and once what is of all of them. */
export function pagesOf(trajectory: string): readonly BenchPage[] {
  const size = trajectory === LARGE ? '300 milestones, 10,000 log lines' : "the memo's process";
  const page = (name: string, path: string): BenchPage => ({
    name: `${name}, ${size}`,
    path: `/traject/${trajectory}${path}`,
    by: 'portal',
  });
  return [
    page('timeline', ''),
    page('round', '/ronde/process-proposal.r1'),
    page('budget', '/budget'),
    page('log', '/logboek'),
    ...(trajectory === LARGE
      ? [
          { name: 'overview of both', path: '/', by: 'portal' as const },
          { name: 'signals of both', path: '/signalen', by: 'portal' as const },
          { name: 'my work', path: '/mijn', by: 'portal' as const },
        ]
      : []),
  ];
}
