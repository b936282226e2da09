import { type Grant, grantSchema } from '../../domain/access/role.ts';
import type { GrantStore } from '../../operations/access/ports.ts';
import { put, putAudit } from './expressions.ts';
import * as keys from './keys.ts';
import { parseRow } from './rows.ts';
import { attributes, type Table } from './table.ts';

export function createGrantStore(table: Table): GrantStore {
  const read = async (prefix?: string) =>
    (await table.query(keys.GRANTS, prefix)).map((row) => parseRow(grantSchema, row));
  return {
    grantsOf: (mail) => read(keys.grantsOfPrefix(mail)),
    grants: () => read(),
    putGrant: (grant, audit) =>
      table.transact([put(table, keyOf(grant), grant), ...(audit ? [putAudit(table, audit)] : [])]),
    removeGrant: (grant, audit) =>
      table.transact([
        {
          Delete: {
            TableName: table.name,
            Key: attributes({ ...keyOf(grant) }),
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
        ...(audit ? [putAudit(table, audit)] : []),
      ]),
  };
}

function keyOf({ mail, role, trajectory, body }: Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>) {
  return keys.grantKey(mail, role, trajectory, body);
}
