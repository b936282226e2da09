import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { DecisionLists } from '../constructs/DecisionLists.ts';
import { RecordTable } from '../constructs/RecordTable.ts';

/** What must outlive every deployment: the record, and the decision lists that belong to it. */
export class RecordStack extends Stack {
  readonly table: Table;
  readonly decisionLists: Bucket;

  constructor(scope: Construct, id: string, config: StageConfig, props?: StackProps) {
    super(scope, id, { ...props, terminationProtection: config.keepsData });
    this.table = new RecordTable(this, 'Record', config).table;
    this.decisionLists = new DecisionLists(this, 'DecisionLists', config).bucket;
  }
}
