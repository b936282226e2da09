import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ENDED_SESSIONS } from '../../functions/adapters/record/keys.ts';
import { OPEN_INDEX } from '../../functions/adapters/record/tableShape.ts';

/** What a function may do with the record; nobody may scan it or delete from it. */
export type RecordAccess = 'get' | 'read' | 'read-index' | 'update' | 'put' | 'write' | 'end-sessions';

const TABLE_ACTIONS: Readonly<Record<RecordAccess, readonly string[]>> = {
  get: ['dynamodb:GetItem'],
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  'read-index': [],
  // Marks on rows that are there already, as those of mails; and small rows that an update makes, as those of mail links.
  update: ['dynamodb:UpdateItem'],
  // Whole rows, in a transaction too.
  put: ['dynamodb:PutItem'],
  'end-sessions': [],
  // TransactWriteItems is allowed by the actions of its parts (DynamoDB, "Using IAM with transactions").
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'],
};

/** Grants by name: the table itself, and its one index only where it is asked. */
export function allowRecord(table: Table, to: LambdaFunction, ...access: readonly RecordAccess[]): void {
  const actions = access.flatMap((each) => TABLE_ACTIONS[each]);
  if (actions.length > 0) to.addToRolePolicy(new PolicyStatement({ actions, resources: [table.tableArn] }));
  if (access.includes('read-index')) {
    to.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${table.tableArn}/index/${OPEN_INDEX.name}`],
      }),
    );
  }
  if (access.includes('end-sessions')) {
    to.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [table.tableArn],
        // In one partition (DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control").
        conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [ENDED_SESSIONS] } },
      }),
    );
  }
}
