import { execFileSync } from 'node:child_process';
import { startTestCloud } from '../../infra/local/testCloud.ts';
const t0 = Date.now();
const cloud = await startTestCloud();
console.log('up', Date.now() - t0, cloud.outputs, cloud.portalUrl);
process.env.AWS_ENDPOINT_URL = cloud.endpoint;
console.log('ENDPOINT', cloud.endpoint);
await new Promise((r) => process.on('SIGTERM', r));
await cloud.stop();
