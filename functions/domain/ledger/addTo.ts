/** Adds to a sum under its name; one that is not there begins at 0. */
export function addTo<K>(sums: Map<K, number>, name: K, by: number): void {
  sums.set(name, (sums.get(name) ?? 0) + by);
}
