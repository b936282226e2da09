import { delimiter, dirname } from 'node:path';

/** An environment for a child process. */
export type Environment = Record<string, string>;

export const localRegion = 'eu-west-1';
export const localAccount = '000000000000';

/** The SDK warns Node 20 about its versions of 2027; the version here is pinned. */
const withoutVersionWarning: Environment = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

/**
 * The variables that point the AWS SDK and the CDK at the local cloud. An address, not `localhost`: that may
 * resolve to ::1, where nothing listens, and an address makes the SDK use path-style S3.
 */
export function localAwsEnvironment(endpoint: string): Environment {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: localRegion,
    AWS_DEFAULT_REGION: localRegion,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Credentials are never looked for on the network.
    AWS_EC2_METADATA_DISABLED: 'true',
    ...withoutVersionWarning,
  };
}

/**
 * Our own environment for a child that talks to the local cloud only: without a person's real AWS settings
 * (a profile would win over the keys) and without a proxy, which would carry local calls away.
 */
export function childEnvironment(endpoint: string, base: NodeJS.ProcessEnv = process.env): Environment {
  const kept = Object.entries(base).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^AWS_|^CDK_|_proxy$/i.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), PATH: nodeFirst(base), ...localAwsEnvironment(endpoint) };
}

/**
 * What the local cloud itself is given. Its Lambda workers inherit all of it, so little is let through, and the
 * time zone is Lambda's.
 */
export function bareEnvironment(base: NodeJS.ProcessEnv = process.env): Environment {
  const kept: Environment = { PATH: nodeFirst(base), TZ: 'UTC', ...withoutVersionWarning };
  for (const name of ['HOME', 'LANG', 'LC_ALL', 'NODE_EXTRA_CA_CERTS']) {
    const value = base[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Workers and the CDK's app are started as `node`: let that be the Node that runs us. */
function nodeFirst(base: NodeJS.ProcessEnv): string {
  return [dirname(process.execPath), base.PATH ?? ''].join(delimiter);
}
