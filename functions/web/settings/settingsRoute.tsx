import type { Hono } from 'hono';
import type { PortalEnv } from '../access/visitor.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { SETTINGS } from '../pages/addresses.ts';
import { settingGroups } from './settingGroups.ts';
import { SettingsPage } from './settingsPage.tsx';

/** What the stage is set to, for the administrator. */
export function addSettingsRoute(
  app: Hono<PortalEnv>,
  { stage, settings }: Pick<FormDependencies, 'stage' | 'settings'>,
): void {
  app.get(SETTINGS, (c) => c.html(<SettingsPage groups={settingGroups(stage, settings)} stage={stage} />));
}
