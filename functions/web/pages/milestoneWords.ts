import type { MilestoneStatus } from '../../operations/statusViews.ts';
import type { Tone } from './badge.tsx';

export const KIND_WORD: Readonly<Record<string, string>> = {
  decision: 'besluit',
  note: 'kennisname',
  task: 'taak',
  consultation: 'consultatie',
  session: 'bijeenkomst',
};

export const MILESTONE_STATUS: Readonly<Record<MilestoneStatus, { word: string; tone: Tone }>> = {
  waiting: { word: 'gepland', tone: 'waiting' },
  open: { word: 'loopt', tone: 'active' },
  completed: { word: 'afgerond', tone: 'done' },
  withdrawn: { word: 'vervallen', tone: 'stopped' },
};
