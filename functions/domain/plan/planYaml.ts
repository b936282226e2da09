import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Plan } from './schema.ts';

/** A block of scalars up to so many characters stands on one line, as in a plan that a person wrote. */
const LONGEST_LINE = 120;

/**
 * A plan as a file to go on with: `readPlan` reads it as the very same plan. The file it came from is not kept, so its
 * comments and layout are not there; what a plan file may leave out is left out.
 */
export function planYaml(plan: Plan): string {
  const document = new Document(withoutUsual(plan));
  visit(document, {
    Collection: (_key, node) => {
      const isFlat = isMap(node)
        ? node.items.every(({ value }) => isScalar(value) || isFlatList(value))
        : isFlatList(node);
      node.flow = isFlat && JSON.stringify(node.toJSON()).length <= LONGEST_LINE;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function isFlatList(node: unknown): boolean {
  return isSeq(node) && node.items.every(isScalar);
}

/** Without what the schema fills in. */
function withoutUsual({ bodies, partners, milestones, rounds, ...rest }: Plan) {
  const { format, id, title, lead, participants, ...more } = rest;
  return {
    ...{ format, id, title, lead, participants },
    ...(bodies.length > 0 && { bodies }),
    ...(partners.length > 0 && { partners }),
    milestones: milestones.map(({ waitsFor, lead: days, ...milestone }) => ({
      ...milestone,
      ...(waitsFor.length > 0 && { waitsFor }),
      ...(days > 0 && { lead: days }),
    })),
    ...(rounds.length > 0 && {
      rounds: rounds.map(({ informs, ...round }) => ({ ...round, ...(informs.length > 0 && { informs }) })),
    }),
    ...more,
  };
}
