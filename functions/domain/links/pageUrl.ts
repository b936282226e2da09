/** The address of a round's page below `portalUrl`, to put into a mail; seeing it takes what the page itself takes. */
export function roundUrl(portalUrl: string, trajectory: string, round: string): string {
  return `${portalUrl}/traject/${encodeURIComponent(trajectory)}/ronde/${encodeURIComponent(round)}`;
}
