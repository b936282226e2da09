import { LARGE } from './twoProcesses.ts';

interface BenchPage {
  readonly name: string;
  readonly path: string;
  /** The function that serves it. */
  readonly by: 'portal' | 'forms';
}

const manage = (name: string, path: string, by: BenchPage['by'] = 'forms'): BenchPage => ({
  name: `${name}, both processes`,
  path: `/beheer${path}`,
  by,
});

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
    { ...page('public timeline', ''), path: `/openbaar/${trajectory}` },
    { ...page('plan editor', ''), path: `/beheer/traject/${trajectory}/plan`, by: 'forms' },
    { ...page('mails', ''), path: `/beheer/mails/${trajectory}`, by: 'forms' },
    ...(trajectory === LARGE
      ? [
          { name: 'overview, both processes', path: '/', by: 'portal' as const },
          { name: 'signals, both processes', path: '/signalen', by: 'portal' as const },
          { name: 'my work', path: '/mijn', by: 'portal' as const },
          manage('contents of /beheer', '', 'portal'),
          manage('executions', '/uitvoeringen'),
          manage('contacts', '/contacten'),
          manage('settings', '/instellingen'),
        ]
      : []),
  ];
}
