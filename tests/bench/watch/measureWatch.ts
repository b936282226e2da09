import { startTestCloud } from '../../../infra/local/testCloud.ts';
import { clientSettings } from '../../../infra/local/clientSettings.ts';
import type { Figure } from '../figures.ts';
import { measureHistory } from './history.ts';

export async function measureWatch(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  try {
    const settings = clientSettings(cloud.endpoint);
    const history = await measureHistory(settings);
    return history.figures;
  } finally {
    await cloud.stop();
  }
}
