import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../../../src/platform/features/scenario/file/read-scenario.ts';
import { GROUPS } from '../../../../../src/platform/features/scenario/groups.ts';
import { printProblem } from '../../../../../src/platform/features/scenario/problem.ts';
import { jsonOf } from '../../../../../src/platform/features/scenario/tree.ts';

const HEAD = `name: paid
title: 结算
purpose: 看结算
expect_his: 结算一次
group: normal
`;

const problems = (text: string, file = 'own/paid.yaml'): readonly string[] => {
  const read = readScenario(file, text);
  return read.ok ? [] : read.error.map(printProblem);
};
const stepProblems = (...steps: string[]): readonly string[] => problems(`${HEAD}steps:\n${steps.join('\n')}\n`);

describe('a scenario file', () => {
  it('is read with the lines of its steps, numbers as they are written', () => {
    const read = readScenario(
      'paid.yaml',
      `${HEAD}steps:\n  - call: 2204\n    input: { feedetail: [{ cnt: 2, pric: 3.20, code: 01 }] }\n  - note: 好\n`,
    );
    expect(read.ok && read.value.steps.map(({ kind, line }) => [kind, line])).toEqual([
      ['call', 7],
      ['note', 9],
    ]);
    const [call] = read.ok ? read.value.steps : [];
    expect(call?.kind === 'call' && jsonOf(call.form.input)).toBe('{"feedetail":[{"cnt":2,"pric":3.20,"code":"01"}]}');
  });

  it('that is wrong says where, what came, what is allowed', () => {
    expect(stepProblems('  - call: 22o7', '  - wait: { infno: 2207 }', '  - clok: +3d')).toEqual([
      'own/paid.yaml:7 第 1 步：call 写的是 “22o7”，应为交易编号，如 2207',
      'own/paid.yaml:8 第 2 步：缺少 tell',
      'own/paid.yaml:9 第 3 步没有种类，应有 call、expect、wait、clock、fault、maintenance、device、snapshot、restart、verify、' +
        'control、note、use 之一',
    ]);
  });

  it('takes faults away only where it says so', () => {
    expect(stepProblems('  - fault: clear')).toEqual([]);
    expect(stepProblems('  - fault: clearr')).toEqual([
      'own/paid.yaml:7 第 1 步：fault 写的是 “clearr”，应为“键: 值”，或 clear',
    ]);
  });

  it('suggests the key that was meant', () => {
    expect(stepProblems('  - call: 2207', '    expct: { refused: 备案 }')).toEqual([
      'own/paid.yaml:8 第 1 步：不认识的键 expct，是不是 expect？',
    ]);
    expect(stepProblems('  - call: 2207', '    expect: { refuse: 备案 }')).toEqual([
      'own/paid.yaml:8 第 1 步：不认识的键 expect.refuse',
    ]);
  });

  it('says all that is wrong at once, in the order of the lines', () => {
    const text = 'name: other\ntitle: 结算\ngroup: norma\nsteps:\n  - timeout: 3\n';
    expect(problems(text).map((line) => line.replace('own/paid.yaml:', ''))).toEqual([
      '1 缺少 purpose',
      '1 缺少 expect_his',
      `3 group 写的是 “norma”，应为 ${Object.keys(GROUPS).join('、')} 之一`,
      expect.stringContaining('5 第 1 步没有种类'),
    ]);
  });

  it('is named like its file and has a step', () => {
    expect(problems(`${HEAD}steps: []\n`, 'refund.yaml')).toEqual([
      'refund.yaml:1 name 写的是 “paid”，应与文件名相同',
      'refund.yaml:6 steps 至少一步',
    ]);
  });

  it.each([
    ['a: [1', /^a\.yaml:1 缩进不对/],
    ['a: "b', /^a\.yaml:1 YAML 格式错误/],
    ['name: a\nname: b', /^a\.yaml:2 同一层有重复的键/],
    ['a: &x 1\nb: *x', /^a\.yaml:2 不支持别名/],
    ['a: !!js/function x', /^a\.yaml:1 /],
    ['', /^a\.yaml:1 /],
    ['- 1', /^a\.yaml:1 /],
  ])('that is no plain YAML is refused: %j', (text, message) => {
    expect(problems(text, 'a.yaml')[0]).toMatch(message);
  });

  it.each(['POST /workspaces', 'DELETE /workspaces/default', 'POST /fork', 'POST /assignments', 'GET filings'])(
    'stays in its own workspace: %s',
    (control) => {
      expect(stepProblems(`  - control: ${control}`)[0]).toContain('workspaces、fork、assignments 不能用');
    },
  );
});
