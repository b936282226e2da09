import { describe, expect, test } from 'vitest';
import { ROLES } from '../../functions/domain/decision/outcomes.ts';
import { ASKING_STATE, ENDINGS } from '../../functions/domain/round/chainStates.ts';
import { whereItStands } from '../../functions/domain/round/whereItStands.ts';
import { CHAIN } from '../../functions/web/round/chainDefinition.ts';
import { layChain, NODE } from '../../functions/web/round/chainLayout.ts';
import { consoleAddress } from '../../functions/web/round/consoleAddress.ts';

const VISION = ['CollegesDecide', 'RacTakesNote', 'CouncilsDecide'];
const ALL = Object.values(ASKING_STATE).flatMap((group) => ROLES.map((role) => group[role]));
const namesIn = (asking: readonly string[]) => layChain(CHAIN, asking).states.map(({ name }) => name);

describe('the drawing of the chain', () => {
  test('shows the steps of this round, how they are weighed and every ending, and no other step', () => {
    const names = namesIn(VISION);
    expect(names).toEqual(expect.arrayContaining([...VISION, 'CollegesAgree?', 'WeighCouncils', ...ENDINGS]));
    expect(names.filter((name) => ALL.includes(name))).toHaveLength(3);
    expect(names).not.toContain('WeighRac');
  });

  test.each([
    ['the vision', VISION],
    ['every step there is', ALL],
    ['one step that takes note', ['RacTakesNote']],
    ['the same step twice', ['CollegesDecide', 'CouncilsDecide', 'CollegesDecide']],
    ['no step', []],
    ['a step that the definition does not have', ['PartnersDecide']],
  ])('of %s has no state over another, and none outside it', (_what, asking) => {
    const { states, ways, width, height } = layChain(CHAIN, asking);
    const places = states.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(states.length);
    for (const { x, y } of states) {
      expect(x >= 0 && x + NODE.width <= width).toBe(true);
      expect(y >= 0 && y + NODE.height <= height).toBe(true);
    }
    for (const way of ways) expect(way).toMatch(/^M[\d.]+ [\d.]+([HVv]-?[\d.]+)+$/);
  });

  test('puts the steps beside each other in the order in which they are asked', () => {
    const { states } = layChain(CHAIN, [...VISION].reverse());
    const x = (name: string) => states.find((state) => state.name === name)?.x ?? 0;
    expect(x('CouncilsDecide') < x('RacTakesNote') && x('RacTakesNote') < x('CollegesDecide')).toBe(true);
  });
});

describe('where a round stands', () => {
  const stages = [
    { group: 'colleges', role: 'decide' },
    { group: 'rac', role: 'advise' },
  ] as const;

  test.each([
    ['open', 0, 'CollegesDecide'],
    ['open', 1, 'RacAdvises'],
    ['concluded', 1, 'RoundConcluded'],
    ['handed-over', 0, 'HandedBackForRevision'],
    ['withdrawn', 1, 'Withdrawn'],
  ] as const)('%s, in stage %i, is a state of the definition: %s', (status, stage, state) => {
    expect(whereItStands({ status, stage, stages })).toBe(state);
    expect(CHAIN.states.map(({ name }) => name)).toContain(state);
  });

  test('in a stage that it does not have, nobody knows', () => {
    expect(whereItStands({ status: 'open', stage: 5, stages })).toBeUndefined();
  });
});

describe('the address of an execution in the AWS console', () => {
  const arn = (partition: string, region: string) =>
    `arn:${partition}:states:${region}:123456789012:execution:besluitketen-prod-approval-chain:visietraject-vision-r1-e1`;

  test('is in the region of its machine', () => {
    expect(consoleAddress(arn('aws', 'eu-west-1'))).toBe(
      `https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/${encodeURIComponent(arn('aws', 'eu-west-1'))}`,
    );
  });

  test.each([
    ['aws-cn', 'cn-north-1'],
    ['aws', ''],
    ['aws', 'evil.example/'],
  ])('is not known of partition %s and region "%s"', (partition, region) =>
    expect(consoleAddress(arn(partition, region))).toBeUndefined(),
  );
});
