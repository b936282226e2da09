import type { CouncilSystem } from '../councilSystem.ts';
import { meetingsRequest } from './envelope.ts';
import { readMeetings } from './readMeetings.ts';

/** iBabs: the public site service, SOAP 1.1, which answers only addresses it knows. */
export const ibabs: CouncilSystem = {
  name: 'iBabs',
  first: (poll, window) =>
    poll.organisation === undefined
      ? {
          missing:
            'Voor iBabs is de sitenaam van de gemeente nodig; zet haar als poll.organisation in de instelling van de bron.',
        }
      : meetingsRequest(poll, poll.organisation, window),
  read: (_request, answer, context) => readMeetings(answer, context),
};
