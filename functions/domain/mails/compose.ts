import { dayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import { OUTCOME_WORD, ROLE_REQUEST } from '../dutch.ts';
import { type Body, bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { type DrawnMail, drawMail, type MailParts } from './layout.ts';
import type { MailReason } from './owedMails.ts';
import { planningLines } from './planningLines.ts';

type Told = Omit<MailParts, 'reference'>;

export interface ComposedMail extends DrawnMail {
  readonly to: readonly string[];
  readonly replyTo: string;
}

/** What a mail tells, by its reason; the addresses are those of the plan at the moment of sending. */
export function composeMail(
  reason: MailReason,
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
): ComposedMail {
  const bodies = bodiesOf(plan).filter((body) =>
    round.stages.some((stage) => stage.bodies.includes(body.id)),
  );
  const reference = mailReference(reason, round);
  const mail = (to: readonly string[], told: Told): ComposedMail => ({
    to,
    replyTo: plan.lead.mail,
    ...drawMail({ ...told, reference }),
  });
  const everyone = (but?: string) =>
    unique([plan.lead.mail, ...bodies.filter((b) => b.id !== but).map((b) => b.mail)]);
  switch (reason.kind) {
    case 'asked': {
      const body = named(bodies, reason.request.body);
      return mail([body.mail], asked(plan, round, body, reason.request));
    }
    case 'decided': {
      const body = named(bodies, reason.request.body);
      return mail(
        everyone(body.id),
        decided(plan, round, body, reason.request, stillOpen(round, requests, bodies)),
      );
    }
    case 'divided':
    case 'concluded':
      return mail(everyone(), closed(reason.kind, plan, round, requests, bodies));
    case 'partner-informed': {
      const partner = plan.partners.find(({ id }) => id === reason.partner);
      return mail([partner?.mail ?? plan.lead.mail], informed(plan, round, partner?.name ?? reason.partner));
    }
  }
}

/** `visietraject/process-proposal.r1/GM0072/college/asked`: trajectory, round, body if any, reason. */
export function mailReference(reason: MailReason, round: Round): string {
  const body = 'request' in reason ? [reason.request.body] : [];
  return [round.trajectory, formatRoundId(round), ...body, reason.key].join('/');
}

function asked(plan: Plan, round: Round, body: Body, request: DecisionRequest): Told {
  const what = ROLE_REQUEST[request.role];
  const again = round.number > 1 ? `, herzien voorstel (ronde ${round.number})` : '';
  return {
    subject: `${body.name}: verzoek om ${what} – ${round.title}${again}`,
    heading: `Verzoek aan ${body.name}`,
    paragraphs: [
      `Voor het traject "${plan.title}" wordt u gevraagd ${what} over: ${round.title}${again}.`,
      ...(round.proposal ? [round.proposal] : []),
      ...(round.revisionNote ? [`Wat er herzien is: ${round.revisionNote}`] : []),
      request.silenceOn
        ? `Horen wij uiterlijk ${dutchDay(request.silenceOn)} niets, dan leggen wij vast dat u kennis hebt genomen.`
        : 'Zonder uw antwoord gaat het traject niet verder; stilte geldt niet als instemming.',
      'Geef de uitkomst, de datum en het kenmerk van uw besluit door aan de projectleider.',
    ],
    facts: [
      ['Gevraagd op', dutchDay(dayOf(request.askedAt ?? round.askAt))],
      ['Ronde', formatRoundId(round)],
    ],
    footer: footer(plan),
  };
}

function decided(
  plan: Plan,
  round: Round,
  body: Body,
  request: DecisionRequest,
  open: readonly string[],
): Told {
  const deferral = request.status === 'decided' ? undefined : request.deferrals.at(-1);
  const outcome = OUTCOME_WORD[request.outcome ?? 'deferred'];
  const on = deferral?.decidedOn ?? request.decidedOn;
  const details = deferral ?? request;
  return {
    subject: `${body.name}: ${outcome} – ${round.title}`,
    heading: `${body.name}: ${outcome}`,
    paragraphs: [
      request.via === 'watch'
        ? `${body.name} heeft binnen de termijn niet geantwoord op "${round.title}"; volgens het plan is vastgelegd dat kennis is genomen.`
        : `${body.name} heeft over "${round.title}" geantwoord: ${outcome}.`,
    ],
    facts: [
      ...(on ? [['Datum', dutchDay(on)] as const] : []),
      ...(deferral ? [['Nieuwe datum', dutchDay(deferral.newDate)] as const] : []),
      ...(details.reference ? [['Kenmerk', details.reference] as const] : []),
      ...(details.note ? [['Opmerking', details.note] as const] : []),
      ['Ronde', formatRoundId(round)],
    ],
    list: open.length > 0 ? { title: 'Nog niet geantwoord in deze stap', items: open } : undefined,
    footer: footer(plan),
  };
}

function closed(
  kind: 'divided' | 'concluded',
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
  bodies: readonly Body[],
): Told {
  const answers = round.stages
    .flatMap((stage) => stage.bodies)
    .flatMap((id) => {
      const request = requests.find((each) => each.body === id);
      if (!request?.outcome || !request.decidedOn) return [];
      const note = request.note ? ` – ${request.note}` : '';
      return [
        `${named(bodies, id).name}: ${OUTCOME_WORD[request.outcome]} (${dutchDay(request.decidedOn)})${note}`,
      ];
    });
  const divided = kind === 'divided';
  return {
    subject: `${round.title}: ${divided ? 'verdeeld, terug voor een herzien voorstel' : 'ronde afgerond'}`,
    heading: divided ? 'De organen zijn verdeeld' : 'De ronde is afgerond',
    paragraphs: [
      divided
        ? `Over "${round.title}" is geen overeenstemming. De organisatie werkt aan een herzien voorstel; daarna begint een nieuwe ronde bij de eerste stap.`
        : `Alle organen hebben geantwoord op "${round.title}". Het traject gaat verder met wat hierop wachtte.`,
    ],
    facts: [['Ronde', formatRoundId(round)]],
    list: { title: 'De antwoorden', items: answers },
    footer: footer(plan),
  };
}

function informed(plan: Plan, round: Round, partner: string): Told {
  return {
    subject: `${plan.title}: planning na "${round.title}"`,
    heading: `Planning en tijdpad – ${plan.title}`,
    paragraphs: [
      `Aan ${partner}. Over "${round.title}" is besloten. Hieronder staat wat er volgt en wanneer; de planning is voorlopig.`,
    ],
    facts: [],
    list: { title: 'Wat volgt', items: planningLines(plan, round) },
    footer: footer(plan),
  };
}

function stillOpen(round: Round, requests: readonly DecisionRequest[], bodies: readonly Body[]): string[] {
  const stage = round.stages[round.stage];
  if (!stage || round.status !== 'open') return [];
  return stage.bodies
    .filter((id) => requests.find((request) => request.body === id)?.status !== 'decided')
    .map((id) => named(bodies, id).name);
}

function named(bodies: readonly Body[], id: string): Body {
  return bodies.find((body) => body.id === id) ?? { id, name: id, group: 'rac', mail: '' };
}

function footer(plan: Plan): string {
  return `Besluitketen, namens ${plan.lead.name}. U kunt op dit bericht antwoorden; het komt bij ${plan.lead.mail} aan.`;
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}
