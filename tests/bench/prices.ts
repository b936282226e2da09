/** What AWS asks for one unit, in US dollars before tax, without free tiers or discounts. */
export interface Price {
  readonly what: string;
  readonly usd: number;
  /** Where it was read. */
  readonly source: string;
  /** AWS's own page or price list, where it is to be checked. */
  readonly own: string;
  /** Of which region it was said; `us-east-1`: found for no other. */
  readonly region: 'eu-west-1' | 'us-east-1';
  readonly read: string;
}

const READ = '2026-11-24';
const PRICE_LIST = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';

const COST_MODEL = 'a cost model for eu-west-1 in a public repository';

/**
 * Read in stored copies of public pages, for the machine that measures reaches no live page; AWS's own pages mostly
 * draw their prices with scripts, so that a copy has none.
 */
export const PRICES = {
  transition: {
    what: 'state transition, Step Functions Standard',
    usd: 0.025 / 1000,
    source: 'https://aws.amazon.com/step-functions/pricing/',
    own: 'https://aws.amazon.com/step-functions/pricing/',
    region: 'eu-west-1',
    read: READ,
  },
  invocation: {
    what: 'function request, Lambda arm64',
    usd: 0.2 / 1_000_000,
    source: COST_MODEL,
    own: `${PRICE_LIST}/AWSLambda/current/eu-west-1/index.json`,
    region: 'eu-west-1',
    read: READ,
  },
  gigabyteSecond: {
    what: 'GB-second, Lambda arm64',
    usd: 0.0000133334,
    source: 'https://app.unpkg.com/artillery@2.0.28/files/lib/platform/aws-lambda/prices.js',
    own: `${PRICE_LIST}/AWSLambda/current/eu-west-1/index.json`,
    region: 'eu-west-1',
    read: READ,
  },
  readUnit: {
    what: 'read request unit, DynamoDB on-demand',
    usd: 0.1415 / 1_000_000,
    source: COST_MODEL,
    own: `${PRICE_LIST}/AmazonDynamoDB/current/eu-west-1/index.json`,
    region: 'eu-west-1',
    read: READ,
  },
  writeUnit: {
    what: 'write request unit, DynamoDB on-demand',
    usd: 0.705 / 1_000_000,
    source: COST_MODEL,
    own: `${PRICE_LIST}/AmazonDynamoDB/current/eu-west-1/index.json`,
    region: 'eu-west-1',
    read: READ,
  },
  schedule: {
    what: 'invocation by EventBridge Scheduler',
    usd: 1 / 1_000_000,
    source: 'https://cloudburn.io/blog/amazon-eventbridge-pricing',
    own: 'https://aws.amazon.com/eventbridge/pricing/',
    region: 'us-east-1',
    read: READ,
  },
  mail: {
    what: 'mail sent, SES',
    usd: 0.1 / 1000,
    source: COST_MODEL,
    own: 'https://aws.amazon.com/ses/pricing/',
    region: 'eu-west-1',
    read: READ,
  },
} as const satisfies Record<string, Price>;

/** The European Central Bank's reference rate: US dollars for one euro. */
export const USD_FOR_A_EURO = {
  rate: 1.1761,
  on: '2026-05-08',
  source: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
} as const;

export function euros(usd: number): number {
  return usd / USD_FOR_A_EURO.rate;
}
