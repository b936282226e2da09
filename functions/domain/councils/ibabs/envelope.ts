import type { CouncilRequest, PollSettings, PollWindow, ReadingLimits } from '../councilSystem.ts';

/** All meetings of a window come in one answer, which takes the service up to 20 seconds (docs/council-systems.md). */
const SOAP_LIMITS: ReadingLimits = { mostBytes: 5 * 1_048_576, longestMs: 20_000 };
const NAMESPACE = 'http://tempuri.org/';

/** Asks `GetMeetingsByDateRange` of the public site service, SOAP 1.1. */
export function meetingsRequest(
  poll: PollSettings,
  site: string,
  { from, until }: PollWindow,
): CouncilRequest {
  const parameters = {
    Sitename: site,
    StartDate: `${from}T00:00:00`,
    EndDate: `${until}T23:59:59`,
    MetaDataOnly: 'false',
  };
  const inside = Object.entries(parameters)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');
  return {
    url: poll.url,
    post: {
      contentType: 'text/xml; charset=utf-8',
      soapAction: `"${NAMESPACE}IPublic/GetMeetingsByDateRange"`,
      body: `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetMeetingsByDateRange xmlns="${NAMESPACE}">${inside}</GetMeetingsByDateRange></s:Body></s:Envelope>`,
    },
    step: 'meetings',
    context: {},
    limits: SOAP_LIMITS,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
