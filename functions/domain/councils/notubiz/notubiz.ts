import type { CouncilSystem } from '../councilSystem.ts';
import { readEvents } from './readEvents.ts';
import { readMeeting } from './readMeeting.ts';
import { readModuleItem } from './readModuleItem.ts';
import { eventsRequest } from './requests.ts';

/** NotuBiz: a JSON API without a login; events of an organisation, a meeting each, and registered items behind it. */
export const notubiz: CouncilSystem = {
  name: 'NotuBiz',
  first: (poll, window) =>
    poll.organisation === undefined
      ? {
          missing:
            'Voor NotuBiz is het nummer van de organisatie nodig; zet het als poll.organisation in de instelling van de bron.',
        }
      : eventsRequest(poll, poll.organisation, window),
  read: (request, answer, context) => {
    if (request.step === 'events') return readEvents(request, answer, context);
    if (request.step === 'meeting') return readMeeting(request, answer, context);
    return readModuleItem(request, answer);
  },
};
