import type { TestProject } from 'vitest/node';
import { provideTestCloud } from './provideTestCloud.ts';

/** Each project has modules of its own; what they share hangs on the process. */
const shared = globalThis as { flowsCloudFile?: string };

/** One cloud for the flows and, after them, the crowds. */
export default function setup(project: TestProject): (() => Promise<void>) | undefined {
  if (shared.flowsCloudFile !== undefined) {
    project.provide('testCloudFile', shared.flowsCloudFile);
    return undefined;
  }
  const { file, stop } = provideTestCloud(project);
  shared.flowsCloudFile = file;
  return stop;
}
