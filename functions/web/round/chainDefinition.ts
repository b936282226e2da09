import drawn from './chainDefinition.json' with { type: 'json' };

/** What the picture of the chain needs of its definition; written by `npm run draw`, and a test keeps it true. */
export interface ChainDefinition {
  readonly start: string;
  readonly states: readonly { readonly name: string; readonly type: string }[];
  readonly ways: readonly { readonly from: string; readonly to: string }[];
}

export const CHAIN: ChainDefinition = drawn;
