import { localAwsEnvironment, localRegion } from './awsEnvironment.ts';

/** For an SDK client of this process, whose own AWS settings may be a person's real ones. */
export function clientSettings(endpoint: string) {
  const { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: quiet } = localAwsEnvironment(endpoint);
  // The one setting that the SDK reads from the process only.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= quiet;
  return { endpoint, region: localRegion, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}
