/** Aborts when this process is asked to stop. A second request changes nothing: saving must not be cut short. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
  // A closed terminal or pipe: there is nobody to tell, but the work of stopping goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop.abort());
  return stop.signal;
}
