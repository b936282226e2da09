/** What is said of a body that no plan knows, and which there are. */
export function unknownBody(
  body: string,
  bodies: ReadonlySet<string>,
): { readonly problem: string; readonly remedy: string } {
  return {
    problem: `het orgaan ${JSON.stringify(body)} komt in geen lopend traject voor`,
    remedy:
      bodies.size > 0
        ? `kies uit ${[...bodies].join(', ')}`
        : 'start eerst het traject waarin het besluit; er loopt er geen',
  };
}
