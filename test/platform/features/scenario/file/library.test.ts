import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary, scenarioFiles } from '../../../../../src/platform/features/scenario/file/library.ts';
import { printProblem } from '../../../../../src/platform/features/scenario/problem.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuasheng-library-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, steps: string, below = '.'): void => {
  mkdirSync(join(folder, below), { recursive: true });
  const head = `name: ${name}\ntitle: 题\npurpose: 看\nexpect_his: 做\ngroup: normal\nsteps:\n`;
  writeFileSync(join(folder, below, `${name}.yaml`), head + steps);
};
const read = () => readLibrary(scenarioFiles(folder), (file) => basename(file));
const problems = (): readonly string[] => read().problems.map(printProblem);

describe('the library of scenarios', () => {
  it('puts the steps of another scenario in place of `use`, through several files and folders', () => {
    write('card', '  - call: 1101\n', 'inner');
    write('registered', '  - use: card\n  - call: 2201\n');
    write(
      'paid',
      '  - note: 开始\n  - use: registered\n  - call: 2203\n    input: { data: { a: "${visit.mdtrt_id}" } }\n',
    );
    const { scenarios, problems: none } = read();
    expect(none).toEqual([]);
    const paid = scenarios.find(({ name }) => name === 'paid');
    expect(paid?.steps.map((step) => [step.kind, step.of])).toEqual([
      ['note', 'paid'],
      ['call', 'card'],
      ['call', 'registered'],
      ['call', 'paid'],
    ]);
  });

  it('refuses a scenario that comes back to itself, and one that is not there', () => {
    write('first', '  - use: second\n');
    write('second', '  - use: first\n');
    write('third', '  - use: secnd\n');
    expect(problems()).toEqual([
      'second.yaml:7 use 写的是 “first”，转了一圈又用到自己',
      'first.yaml:7 use 写的是 “second”，转了一圈又用到自己',
      'third.yaml:7 use 写的是 “secnd”，没有这个场景，是不是 second？',
    ]);
  });

  it('refuses a variable that no earlier step saves, and whatever is more than a path', () => {
    write(
      'early',
      '  - note: 看 ${paid.setl_id}\n  - call: 2207\n  - note: 看 ${paid.setl_id}\n  - note: ${paid.total + 1}\n' +
        '  - expect: { refund.setl_id: 1 }\n  - call: 2208\n    of: { paid: mistaken }\n',
    );
    expect(problems()).toEqual([
      'early.yaml:7 ${paid.setl_id}：前面没有变量 paid，已有 who、at、now、today、workspace',
      'early.yaml:10 ${paid.total + 1} 应为变量名和路径，如 ${visit.mdtrt_id}，不能有算式',
      'early.yaml:11 ${refund.setl_id}：前面没有变量 refund，已有 who、at、now、today、workspace、paid',
      'early.yaml:12 ${mistaken}：前面没有变量 mistaken，已有 who、at、now、today、workspace、paid',
    ]);
  });

  it('takes a name once', () => {
    write('same', '  - note: 一\n');
    write('same', '  - note: 二\n', 'zz');
    expect(problems()).toEqual(['same.yaml:1 场景 same 已在 same.yaml']);
  });
});
