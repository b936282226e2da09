export function trajectoryAddress(id: string): string {
  return `/traject/${encodeURIComponent(id)}`;
}

/** The id of a round's part of the page; the overview shows several trajectories with rounds of the same name. */
export function roundAnchor(trajectory: string, round: string): string {
  return `ronde-${trajectory}-${round}`;
}
