import { type CouncilRequest, layoutChanged, NOTHING_READ, type Reading } from '../councilSystem.ts';
import { plainText, plainTitle } from '../plainText.ts';
import { readJson } from '../readJson.ts';
import { saidInField, saidInText } from '../saidIn.ts';
import { type ModuleAttribute, moduleItemSchema } from './schema.ts';

/** Fields of a registered item. Municipalities rename the labels, the numbers are the same everywhere. */
const FIELD = {
  title: '1',
  explanation: '35',
  type: '45',
  remarks: '61',
  outcome: '62',
  status: '71',
} as const;

/** A proposal in a municipality's register → the decision on the agenda item that named it. */
export function readModuleItem({ context }: CouncilRequest, answer: string): Reading {
  const item = moduleItemSchema.safeParse(readJson(answer)).data?.item;
  if (!item) return layoutChanged('NotuBiz', 'een voorstel met "attributes"');
  const of = (field: string) => contentOf(item.attributes.find(({ id }) => String(id) === field));
  const text = plainText([of(FIELD.explanation), of(FIELD.remarks), context.text ?? ''].join('\n'));
  const found = outcomeOf(plainTitle(of(FIELD.outcome)), plainTitle(of(FIELD.status))) ?? saidInText(text);
  if (!found) return { ...NOTHING_READ, undecided: 1 };
  const type = plainTitle(of(FIELD.type));
  const title = plainTitle(of(FIELD.title)) || (context.title ?? '');
  return {
    ...NOTHING_READ,
    decisions: [
      {
        externalId: `agenda_item/${context.agendaItem}/module_item/${item.id}`,
        meetingDay: context.meetingDay ?? '',
        title: /^(?:motie|amendement)/i.test(type) ? `${type}: ${title}` : title,
        text,
        ...found,
        ...(context.url && { url: context.url }),
      },
    ],
  };
}

/** The field for the outcome is left to prose here and there, and the status says it then. */
function outcomeOf(outcome: string, status: string) {
  const inOutcome = saidInField(outcome);
  const inStatus = saidInField(status);
  if (inOutcome && inOutcome !== 'anders') return { said: inOutcome, saidAs: outcome };
  if (inStatus && inStatus !== 'anders') return { said: inStatus, saidAs: status };
  return inOutcome && { said: inOutcome, saidAs: outcome };
}

function contentOf(attribute: ModuleAttribute | undefined): string {
  return (attribute?.values ?? [])
    .flatMap(({ content }) =>
      typeof content === 'string' || typeof content === 'number' ? [String(content)] : [],
    )
    .join('\n');
}
