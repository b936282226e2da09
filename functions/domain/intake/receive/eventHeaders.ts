type Headers = Readonly<Record<string, string>>;

const PREFIX = 'ce-';
/** What the standard lets an attribute be called; `data` is not one, it is the body. */
const ATTRIBUTE = /^(?!data$)[a-z0-9]+$/;

/**
 * The attributes of an event in binary mode. Their values are percent-encoded UTF-8, perhaps in double quotes
 * (CloudEvents, "HTTP Protocol Binding", 3.1.3.2), which the package leaves as they are. Undefined when one cannot be
 * decoded. Header names in lower case.
 */
export function attributesOfHeaders(headers: Headers): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    const name = header.startsWith(PREFIX) ? header.slice(PREFIX.length) : '';
    if (!ATTRIBUTE.test(name)) continue;
    const decoded = decodedValue(value);
    if (decoded === undefined) return undefined;
    attributes[name] = decoded;
  }
  const type = headers['content-type'];
  return type === undefined ? attributes : { ...attributes, datacontenttype: type };
}

/** The same attributes as headers that need no decoding, for the package to judge. */
export function headersOfAttributes(attributes: Readonly<Record<string, unknown>>): Headers {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name === 'datacontenttype' ? 'content-type' : `${PREFIX}${name}`,
      String(value),
    ]),
  );
}

function decodedValue(value: string): string | undefined {
  const quoted = /^"(.*)"$/s.exec(value)?.[1];
  const unquoted = quoted === undefined ? value : quoted.replace(/\\(["\\])/g, '$1');
  try {
    // Only the triplets that are some: a lone % is a sender that did not encode at all.
    return unquoted.replace(/(%[0-9a-f]{2})+/gi, (triplets) => decodeURIComponent(triplets));
  } catch {
    return undefined;
  }
}
