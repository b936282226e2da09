import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATE_WORD } from '../../functions/web/round/stateWords.ts';
import {
  definitionForPortal,
  drawStateMachines,
  PORTAL_FILE,
  withPictures,
} from '../../infra/drawStateMachines.ts';
import { type DrawnMachine, drawDefinition } from '../../workflows/drawDefinition.ts';

const PAGE = readFileSync(new URL('../../docs/chain.md', import.meta.url), 'utf8');

describe('the pictures in docs/chain.md', () => {
  const pictures = drawStateMachines();

  // After a change of a definition: `npm run draw`.
  test('are those of the definitions that are deployed', () => {
    expect(withPictures(PAGE, pictures)).toBe(PAGE);
  });

  test('are all there: one between the marks of each, and no mark without a picture', () => {
    const marks = [...PAGE.matchAll(/<!-- ([a-z-]+) -->/g)].map(([, name]) => name);
    expect(marks.sort()).toEqual(Object.keys(pictures).sort());
    for (const picture of Object.values(pictures))
      expect(PAGE).toContain(`\`\`\`mermaid\n${picture}\n\`\`\``);
  });

  test('show every state of the chain that an administrator sees', () => {
    const states = [...(pictures['approval-chain'] ?? '').matchAll(/"(\w+\??)"/g)].map(([, name]) => name);
    expect(states).toEqual(
      expect.arrayContaining(['FindNextStep', 'CollegesAgree?', 'Withdrawn', 'Superseded']),
    );
    const table = PAGE.slice(PAGE.indexOf('| state |'), PAGE.indexOf('## Asking one body'));
    for (const ending of ['RoundConcluded', 'HandedBackForRevision', 'Withdrawn', 'Superseded']) {
      expect(table).toContain(`\`${ending}\``);
    }
  });
});

describe('the drawing on a round’s page', () => {
  // After a change of a definition: `npm run draw`.
  test('is of the definition that is deployed', () => {
    expect(JSON.parse(readFileSync(PORTAL_FILE, 'utf8'))).toEqual(definitionForPortal());
  });

  test('has a Dutch word for every state, and no word for what is no state', () => {
    const names = definitionForPortal().states.map(({ name }) => name);
    expect(Object.keys(STATE_WORD).sort()).toEqual(names.sort());
  });
});

describe('a definition is drawn', () => {
  const machine: DrawnMachine = {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Next: 'Agree?',
        Catch: [{ ErrorEquals: ['DynamoDb.ConditionalCheckFailedException', 'States.Timeout'], Next: 'Ask' }],
      },
      'Agree?': {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.next = "Done" %}', Next: 'Done' },
          { Condition: '{% $count("x") > 1 %}', Next: 'All' },
          { Condition: '{% $late %}', Next: 'All' },
        ],
        Default: 'Ask',
      },
      All: {
        Type: 'Map',
        Next: 'Done',
        ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass' } } },
      },
      Done: { Type: 'Pass' },
    },
  };

  test('with a shape for each kind of state, and an arrow for each way on', () => {
    expect(drawDefinition(machine).split('\n')).toEqual([
      'flowchart TD',
      '  start((" ")) --> s0',
      '  s0["Ask"]',
      '  s0 --> s1',
      '  s0 -.->|"ConditionalCheckFailedException<br>Timeout"| s0',
      '  s1{"Agree?"}',
      // The state's own name is not said again on the arrow that leads to it.
      '  s1 --> s3',
      `  s1 -->|"{% $count('x') > 1 %}<br>{% $late %}"| s2`,
      '  s1 -->|"otherwise"| s0',
      '  s2[["All"]]',
      '  s2 --> s3',
      '  s3(["Done"])',
    ]);
  });

  test('to the same picture every time', () => {
    expect(drawDefinition(machine)).toBe(drawDefinition(structuredClone(machine)));
  });

  test('no label breaks out of its quotes', () => {
    for (const line of drawDefinition(machine).split('\n')) expect(line.split('"').length % 2).toBe(1);
  });
});

describe('a page gets its pictures', () => {
  const page = 'Before\n<!-- a -->\nold\n<!-- /a -->\nAfter\n<!-- b -->\n<!-- /b -->\n';

  test('between their marks, and nothing else of it is touched', () => {
    expect(withPictures(page, { a: 'picture' })).toBe(
      'Before\n<!-- a -->\n```mermaid\npicture\n```\n<!-- /a -->\nAfter\n<!-- b -->\n<!-- /b -->\n',
    );
  });

  test('twice without a change', () => {
    const once = withPictures(page, { a: '$& $1', b: 'y' });
    expect(withPictures(once, { a: '$& $1', b: 'y' })).toBe(once);
    expect(once).toContain('\n$& $1\n');
  });
});
