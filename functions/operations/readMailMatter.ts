import { agendaLink, agendaUrl } from '../domain/agenda/agendaLink.ts';
import { dueTermsOf } from '../domain/agenda/dueTerms.ts';
import { roundUrl } from '../domain/links/pageUrl.ts';
import type { MailMatter } from '../domain/mails/mailMatter.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { scopeOf } from '../domain/reference.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { ReferenceData } from './ports.ts';

/** What mails need beside the rows they are about. */
export interface MailSources {
  readonly reference: ReferenceData;
  /** Where the feeds and the pages are; absent: mails do not name them. */
  readonly portalUrl?: string | undefined;
}

type Read = Pick<MailMatter, 'plan' | 'contacts' | 'terms' | 'agendaOf' | 'pageOf'>;

/** Who is to be told, and (`withTerms`, for requests) by when: a pointer read each in a warm function. */
export async function readMailMatter(
  { reference, portalUrl }: MailSources,
  trajectory: Trajectory,
  plan: Plan,
  withTerms: boolean,
): Promise<Read> {
  const scope = scopeOf(trajectory);
  const [{ contacts }, calendars] = await Promise.all([
    reference.contacts(scope),
    withTerms ? reference.calendars(scope) : undefined,
  ]);
  const { id, agendaKey } = trajectory;
  return {
    plan,
    contacts,
    ...(calendars && { terms: dueTermsOf(plan, trajectory.planVersion, calendars) }),
    ...(portalUrl && { pageOf: (round) => roundUrl(portalUrl, id, round) }),
    ...(portalUrl &&
      agendaKey && {
        agendaOf: (body) => agendaUrl(portalUrl, agendaLink(agendaKey, { trajectory: id, body })),
      }),
  };
}
