/** What a text holds as JSON; undefined when it is none (a page that asks whether we are a robot, say). */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
