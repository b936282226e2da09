/**
 * Names of the record's table that infra and adapter share; see docs/data-model.md for the access patterns
 * they were chosen from. Imports no SDK.
 */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';

/** Sparse: holds only what is still owed something. Keys only, so that no task token is ever in it. */
export const OPEN_INDEX = { name: 'Open', partitionKey: 'openIn', sortKey: SORT_KEY } as const;

/** Seconds since 1970 after which DynamoDB forgets an item by itself. */
export const EXPIRES_AT = 'expiresAt';
