import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  COUNTS,
  calendarsPartition,
  contactsPartition,
  ENDED_SESSIONS,
  SOURCES,
} from '../../functions/adapters/record/keys.ts';
import { OPEN_INDEX } from '../../functions/adapters/record/tableShape.ts';
import { REAL_SCOPE } from '../../functions/domain/reference.ts';

/** What a function may do with the record; nobody may scan it, or delete from it but what an import replaced. */
export type RecordAccess = keyof typeof TABLE_ACTIONS | keyof typeof WITHIN | 'read-index';

const TABLE_ACTIONS = {
  get: ['dynamodb:GetItem'],
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  // Marks on rows that are there already, as those of mails; and small rows that an update makes, as those of mail links.
  update: ['dynamodb:UpdateItem'],
  // Whole rows, in a transaction too.
  put: ['dynamodb:PutItem'],
  // TransactWriteItems is allowed by the actions of its parts (DynamoDB, "Using IAM with transactions").
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * What functions that people on the internet reach may do: in these partitions and in no other (DynamoDB
 * Developer Guide, "Using IAM policy conditions for fine-grained access control").
 */
const WITHIN = {
  'end-sessions': { action: 'dynamodb:PutItem', partitions: ENDED_SESSIONS },
  'get-sources': { action: 'dynamodb:GetItem', partitions: SOURCES },
  'count-messages': { action: 'dynamodb:UpdateItem', partitions: `${COUNTS}*` },
  // Stages a version beside the one that counts, and takes away what none can name any more; those of simulations not.
  'stage-imports': {
    action: 'dynamodb:BatchWriteItem',
    partitions: [calendarsPartition(REAL_SCOPE), contactsPartition(REAL_SCOPE)],
  },
} as const satisfies Readonly<
  Record<string, { readonly action: string; readonly partitions: string | readonly string[] }>
>;

function isKeyOf<T extends object>(key: PropertyKey, of: T): key is keyof T {
  return Object.hasOwn(of, key);
}

/** Grants by name: the table itself, and its one index only where it is asked. */
export function allowRecord(table: Table, to: LambdaFunction, ...access: readonly RecordAccess[]): void {
  const actions = access.flatMap((each): readonly string[] =>
    isKeyOf(each, TABLE_ACTIONS) ? TABLE_ACTIONS[each] : [],
  );
  if (actions.length > 0) to.addToRolePolicy(new PolicyStatement({ actions, resources: [table.tableArn] }));
  if (access.includes('read-index')) {
    to.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${table.tableArn}/index/${OPEN_INDEX.name}`],
      }),
    );
  }
  for (const each of access) {
    if (!isKeyOf(each, WITHIN)) continue;
    const { action, partitions } = WITHIN[each];
    to.addToRolePolicy(
      new PolicyStatement({
        actions: [action],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions].flat() } },
      }),
    );
  }
}
