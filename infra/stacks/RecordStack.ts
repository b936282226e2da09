import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { RecordTable } from '../constructs/RecordTable.ts';

/** What must outlive every deployment: the record. */
export class RecordStack extends Stack {
  readonly table: Table;

  constructor(scope: Construct, id: string, config: StageConfig, props?: StackProps) {
    super(scope, id, { ...props, terminationProtection: config.keepsData });
    this.table = new RecordTable(this, 'Record', config).table;
  }
}
