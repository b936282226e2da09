import type { MailCatalogue } from '../../mails/catalogue/mailCatalogue.ts';
import type { StatementWords } from '../../mails/catalogue/statementWords.ts';
import type { Told } from '../../mails/drawFor.ts';
import type { Plan } from '../../plan/schema.ts';
import { euros } from '../euros.ts';
import type { Statement } from './countStatement.ts';
import type { Figure, StatementFigures } from './figures.ts';
import { daysOfQuarter, quarterAfter } from './quarters.ts';

interface StatementKind {
  /** The quarter is over, so that its figures are not provisional. */
  readonly whole?: boolean;
  readonly opening?: readonly string[];
  readonly forApproval?: boolean;
}

/** The quarterly statement in words. */
export function statementText(
  { statement: texts, field }: MailCatalogue,
  plan: Plan,
  statement: Statement,
  { whole = true, opening = [], forApproval = false }: StatementKind = {},
): Told {
  const { quarter, total, municipalities, attached } = statement;
  const next = field.period(quarterAfter(quarter));
  const nameOf = (code: string) => plan.participants.find((each) => each.code === code)?.name ?? code;
  const title = texts.title(field.period(quarter));
  const { from, until } = daysOfQuarter(quarter);
  const written = (figure: Figure) => withReferences(texts, figure);
  return {
    subject: texts.subject({ title, trajectory: plan.title, forApproval }),
    preheader: texts.preheader(forApproval),
    heading: title,
    paragraphs: [
      ...opening,
      texts.intro({ trajectory: plan.title, from: field.day(from), until: field.day(until) }),
      ...(whole ? [] : [texts.provisional]),
      attached ? texts.attached : texts.notAttached,
    ],
    facts: [
      [
        texts.before,
        texts.sumsBefore({
          received: euros(total.before.received),
          committed: euros(total.before.committed),
          spent: euros(total.before.spent),
        }),
      ],
      [texts.received, written(total.received)],
      [texts.committed, written(total.committed)],
      [texts.spent, written(total.spent)],
      [texts.open, euros(total.open)],
      [texts.free, euros(total.free)],
      [texts.forecast(next), written(total.forecast)],
    ],
    list: {
      title: texts.perMunicipality,
      items: [...municipalities].map(
        ([code, figures]) => `${nameOf(code)} (${code}): ${inOneLine(texts, figures, next)}`,
      ),
    },
  };
}

function inOneLine(
  texts: StatementWords,
  { received, committed, spent, open, free, forecast }: StatementFigures,
  next: string,
): string {
  return texts.line({
    received: withReferences(texts, received),
    committed: withReferences(texts, committed),
    spent: withReferences(texts, spent),
    open: euros(open),
    free: euros(free),
    forecast: withReferences(texts, forecast),
    next,
  });
}

function withReferences(texts: StatementWords, { cents, references, entries }: Figure): string {
  if (entries === 0) return euros(cents);
  const others = entries - references.length;
  return `${euros(cents)} (${references.join(', ')}${others > 0 ? texts.andOthers(others) : ''})`;
}
