import type { TestProject } from 'vitest/node';
import { provideTestCloud } from '../e2e/provideTestCloud.ts';
import { quieten } from './quieten.ts';

/** A cloud of its own in which nothing happens promptly. */
export default function setup(project: TestProject): () => Promise<void> {
  return provideTestCloud(project, quieten).stop;
}
