import type { CouncilSystem } from '../councilSystem.ts';
import { readSearch } from './readSearch.ts';
import { searchRequest } from './searchRequest.ts';

/** Open Raadsinformatie: what others have harvested, behind an Elasticsearch endpoint without a login. */
export const ori: CouncilSystem = {
  name: 'Open Raadsinformatie',
  first: (poll, window) =>
    poll.organisation === undefined
      ? {
          missing:
            'Voor Open Raadsinformatie is de index van de gemeente nodig (zoals ori_gemeente_*); zet hem als poll.organisation in de instelling van de bron.',
        }
      : searchRequest(poll, poll.organisation, window),
  read: (request, answer, context) => readSearch(request, answer, context),
};
