import type { TestProject } from 'vitest/node';
import { provideTestCloud } from './provideTestCloud.ts';

export default function setup(project: TestProject): () => Promise<void> {
  return provideTestCloud(project);
}
