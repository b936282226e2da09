/** Answers in iBabs's format (docs/council-systems.md); site, meetings and proposals are made up. */
export interface IbabsItem {
  readonly id: string;
  readonly title: string;
  readonly explanation?: string;
  readonly confidential?: boolean;
  readonly votes?: readonly string[];
}

export function soap(result: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetMeetingsByDateRangeResponse xmlns="http://tempuri.org/"><GetMeetingsByDateRangeResult xmlns:a="http://schemas.datacontract.org/2004/07/iBabsWCFObjects.Public" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">${result}</GetMeetingsByDateRangeResult></GetMeetingsByDateRangeResponse></s:Body></s:Envelope>`;
}

export const told = (status: string, message: string) =>
  soap(`<a:Message>${message}</a:Message><a:Status>${status}</a:Status><a:Meetings i:nil="true"/>`);

export const meetings = (...inside: readonly string[]) =>
  soap(`<a:Message i:nil="true"/><a:Status>OK</a:Status><a:Meetings>${inside.join('')}</a:Meetings>`);

export const meeting = (items: readonly IbabsItem[], date = '2026-05-12T00:00:00') =>
  `<a:iBabsMeeting><a:Id>m-${date.slice(0, 10)}</a:Id><a:MeetingtypeId>100</a:MeetingtypeId><a:MeetingDate>${date}</a:MeetingDate><a:StartTime>19:30</a:StartTime><a:Location>Raadzaal</a:Location><a:PublishDate>2026-05-01T09:00:00</a:PublishDate><a:MeetingItems>${items.map(item).join('')}</a:MeetingItems><a:Documents/></a:iBabsMeeting>`;

function item({ id, title, explanation, confidential = false, votes = [] }: IbabsItem): string {
  const entries = votes
    .map(
      (result, index) =>
        `<a:iBabsListEntryBasic><a:EntryId>e-${id}-${index}</a:EntryId><a:ListCanVote>true</a:ListCanVote><a:ListName>Raadsvoorstellen</a:ListName><a:VoteResult>${result}</a:VoteResult><a:VotesAgainst>3</a:VotesAgainst><a:VotesInFavour>16</a:VotesInFavour></a:iBabsListEntryBasic>`,
    )
    .join('');
  return `<a:iBabsMeetingItem><a:Confidential>${confidential}</a:Confidential><a:Documents/>${explanation === undefined ? '<a:Explanation i:nil="true"/>' : `<a:Explanation>${explanation}</a:Explanation>`}<a:Features>6</a:Features><a:Id>${id}</a:Id><a:ListEntries>${entries}</a:ListEntries><a:Title>${title}</a:Title></a:iBabsMeetingItem>`;
}
