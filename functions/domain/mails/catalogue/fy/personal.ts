import type { PersonalWords } from '../personalWords.ts';

export const personal: PersonalWords = {
  dear: (name) => `Bêste ${name},`,
  reminder: {
    subject: ({ late, what, by }) => `${late ? 'Te let' : 'Oantinken'}: ${what}, foar of op ${by}`,
    subjectOfSeveral: ({ late, count, trajectory, on }) =>
      `${late ? 'Te let of hast' : 'Oantinken'}: ${count} iepen punten – ${trajectory}, ${on}`,
    heading: (late) => (late ? 'Jo antwurd wurdt mist' : 'Oantinken'),
    several: ({ trajectory, count }) => `Yn it trajekt "${trajectory}" steane ${count} punten foar jo iepen:`,
    organisation: 'De organisaasje',
    over: ({ what, title }) => `${what} oer ${title}`,
    overdue: ({ who, what, by }) => `${who}: ${what} hie foar of op ${by} klear wêze moatten.`,
    withPapers: ({ who, what, papersBy, by }) =>
      `${who}: ${what}. Stikken foar of op ${papersBy}, beslút foar of op ${by}.`,
    due: ({ who, what, by }) => `${who}: ${what}, foar of op ${by}.`,
    done: 'Is it al bard, jou de útkomst, de datum en it kenmerk dan troch oan de projektlieder.',
    open: 'Iepen',
    answerHere: 'Lis it fêst:',
  },
  newLink: {
    subject: ({ body, title, on }) => `${body}: nije keppeling – ${title}, ${on}`,
    heading: 'Jo nije keppeling',
    intro: ({ body, trajectory }) =>
      `Op de side fan in eardere keppeling is om in nijen frege, foar it beslút fan ${body} yn it trajekt "${trajectory}".`,
    notAsked: 'Hawwe jo hjir net om frege, dan hoege jo neat te dwaan; der is neat fêstlein.',
  },
  proposed: {
    subject: ({ body, title, on }) => `${body}: kloppet dit beslút${on ? ` fan ${on}` : ''}? – ${title}`,
    heading: (body) => `Befêstigje foar ${body}`,
    intro: ({ trajectory, source, reason }) =>
      `Foar it trajekt "${trajectory}" kaam út jo eigen systeem (${source}) in beslút binnen. It is noch net fêstlein (yn it Nederlânsk): ${reason}`,
    byLink:
      'Sjoch it nei en lis de útkomst fêst op de side hjirûnder. Jo kieze de útkomst sels; sûnder jo befêstiging bart der neat.',
    toLead: 'Jou de útkomst troch oan de projektlieder; sûnder jo befêstiging bart der neat.',
    action: 'Besjoch en befêstigje',
  },
  replanned: {
    subject: ({ trajectory, on }) => `Planning feroare op ${on} – ${trajectory}`,
    heading: 'De planning is feroare',
    intro: ({ trajectory, reason }) =>
      `De planning fan it trajekt "${trajectory}" is feroare. Reden: ${reason}`,
    nothingMoves: 'Der ferskoot gjin datum en der ferfalt neat.',
    stays: 'Wat al besletten en fêstlein is, bliuwt sa’t it is.',
    changes: 'Wat der foar jo feroaret',
  },
};
