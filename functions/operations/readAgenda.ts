import { speakingFor } from '../domain/access/viewer.ts';
import { agendaEvents } from '../domain/agenda/agendaEvents.ts';
import { type AgendaSubject, agendaLink, isGenuine, readAgendaLink } from '../domain/agenda/agendaLink.ts';
import { drawAgenda } from '../domain/agenda/drawAgenda.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { Refusal } from '../domain/refusal.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore, ReferenceData } from './ports.ts';
import { readTiming } from './readTiming.ts';

/** The feed behind a link, as iCalendar; undefined when nothing is behind it, for whatever reason. */
export async function readAgenda(
  store: RecordStore,
  reference: ReferenceData,
  link: string,
  at: string,
): Promise<string | undefined> {
  const subject = readAgendaLink(link);
  const trajectory = subject && (await store.trajectory(subject.trajectory));
  if (!trajectory?.agendaKey || !isGenuine(trajectory.agendaKey, link)) return undefined;
  // Whoever has a body's link is taken for one who speaks for it; the trajectory's own is for anybody.
  const viewer = speakingFor(trajectory.id, subject?.body);
  const timing = await readTiming(store, reference, trajectory, dayOf(at), viewer);
  const source = { ...timing, trajectory: trajectory.id, requests: timing.planning.requests };
  const body = bodiesOf(timing.plan).find(({ id }) => id === subject?.body);
  const name = [trajectory.title, body?.name ?? subject?.body].filter(Boolean).join(' – ');
  return drawAgenda(name, agendaEvents(source, subject?.body), at);
}

export interface AgendaLink extends AgendaSubject {
  readonly name: string;
  readonly link: string;
}

/**
 * The links of a trajectory's feeds, its own first; of one body, only that one. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_BODY
 * and NO_AGENDA (it was started before there were feeds).
 */
export async function agendaLinks(store: RecordStore, id: string, bodyId?: string): Promise<AgendaLink[]> {
  const trajectory = await knownTrajectory(store, id);
  const { agendaKey: key } = trajectory;
  if (!key) {
    throw new Refusal(
      'NO_AGENDA',
      `Traject ${id} is gestart voordat er agenda's waren en heeft er geen; de data staan in: status ${id}.`,
    );
  }
  const bodies = bodiesOf(await store.plan(trajectory));
  if (bodyId !== undefined && !bodies.some((each) => each.id === bodyId)) {
    throw new Refusal(
      'UNKNOWN_BODY',
      `Orgaan "${bodyId}" komt in traject ${id} niet voor; het kent: ${bodies.map((each) => each.id).join(', ')}.`,
    );
  }
  const linkOf = (name: string, subject: AgendaSubject) => ({
    ...subject,
    name,
    link: agendaLink(key, subject),
  });
  return [
    ...(bodyId === undefined ? [linkOf(trajectory.title, { trajectory: id })] : []),
    ...bodies
      .filter((body) => bodyId === undefined || body.id === bodyId)
      .map((body) => linkOf(body.name, { trajectory: id, body: body.id })),
  ];
}
