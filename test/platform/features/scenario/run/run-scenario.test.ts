import { describe, expect, it } from 'vitest';
import { runningServer } from '../../../cli/running-server.ts';
import { play, problemsOf, scenarioOf } from './playing.ts';

const PAID = `  - call: 2201
  - call: 2203
  - call: 2204
    input: { feedetail: [{ med_list_codg: XC08CAA321A001010199001, cnt: 2, pric: 3.20 }] }
  - call: 2207
`;

describe('a scenario', () => {
  const server = runningServer();
  const played = (steps: string, head?: string) => play(server.url(), scenarioOf(steps, head));
  const workspaces = async (): Promise<string[]> => {
    const answer = await fetch(`${server.url()}/_sandbox/workspaces`);
    return ((await answer.json()) as { workspaces: { name: string }[] }).workspaces.map(({ name }) => name);
  };

  it('is played in a workspace of its own, which is gone afterwards', async () => {
    const result = await played(PAID);
    expect(result.verdict).toBe('passed');
    expect(await workspaces()).toEqual(['default']);
    expect(await (await fetch(`${server.url()}/_sandbox/journal`)).json()).toMatchObject({ rows: [] });
  });

  it('fails at the first step that is not as expected, and says what came', async () => {
    const wrong = '2207\n    expect: { output: { setlinfo: { medfee_sumamt: 6.41 } } }\n';
    const result = await played(`${PAID.replace('2207\n', wrong)}  - call: 2208\n`);
    expect(result.verdict).toBe('failed');
    expect(problemsOf(result)).toEqual(['output.setlinfo.medfee_sumamt 应为 6.41，实为 6.40']);
    expect(result.steps.map(({ step }) => step.line)).toEqual([8, 9, 10, 12]);
  });

  it('expects success unless it says a refusal, and a refusal is not a success', async () => {
    expect(problemsOf(await played('  - call: 2207\n'))[0]).toMatch(/^应成功，实为拒绝：.*缺少/);
    expect(problemsOf(await played('  - call: 1101\n    expect: { refused: 备案 }\n'))).toEqual([
      '应被拒绝（备案），实为成功',
    ]);
    expect(problemsOf(await played('  - call: 2207\n    expect: { refused: 备案 }\n'))[0]).toMatch(
      /^应被拒绝，err_msg 含有“备案”，实为：.*缺少/,
    );
  });

  it('keeps what succeeded when the next one of that name is refused', async () => {
    const steps = `${PAID}  - call: 2207
    expect: { refused: 请勿重复结算 }
  - call: 2208
    expect: { output: { setlinfo: { medfee_sumamt: '-${'${paid.medfee_sumamt}'}' } } }
`;
    expect(problemsOf(await played(steps))).toEqual([]);
  });

  it('adds up every settlement by itself', async () => {
    const steps = PAID.replace('2207\n', '2207\n    expect: { adds_up: false }\n');
    expect(problemsOf(await played(steps))).toEqual(['金额应不平，却相加无误']);
  });

  it('sends the same bytes again, and sees that the answer is the same', async () => {
    const again = `${PAID}  - call: 2207
    repeats: paid
    save: again
    expect: { same_as: paid }
  - call: 2207
    save: other
    expect: { same_as: paid, refused: 请勿重复结算 }
`;
    expect(problemsOf(await played(again))).toEqual(['应与 paid 的应答逐字节相同，却不同']);
  });

  it('fails a step whose reference leads nowhere', async () => {
    expect(
      problemsOf(await played('  - call: 2201\n  - note: ${visit.mdtrtid}\n  - control: GET /x${visit.no}\n')),
    ).toEqual([expect.stringMatching(/^\$\{visit\.no\} 没有值：visit 有 mdtrt_id/)]);
  });

  it('signs in by itself where the workspace demands it', async () => {
    const result = await played(
      '  - call: 1101\n',
      'world: { settings: { signIn: required } }\nwho: xian-retiree-coronary',
    );
    expect(problemsOf(result)).toEqual([]);
  });

  it('names whom and what it does not find', async () => {
    expect(problemsOf(await played('  - call: 1101\n', 'who: nobody'))).toEqual([
      '没有人员 nobody，全部人员见 kuasheng personas',
    ]);
    expect(problemsOf(await played('  - call: 1101\n', 'at: H44030099999'))).toEqual([
      '没有机构 H44030099999，全部机构见 kuasheng institution list',
    ]);
  });

  it('treats people of the population as well', async () => {
    expect((await played('  - call: 1101\n', 'who: 610100-38')).verdict).toBe('passed');
  });

  it('says what the server does not like of its world', async () => {
    const result = await played('  - call: 1101\n', 'world: { settings: { signIn: maybe } }');
    expect(problemsOf(result)[0]).toMatch(/^没能建立工作区：signIn 应为/);
  });

  it('says that nobody is there', async () => {
    const result = await play('http://127.0.0.1:9', scenarioOf('  - call: 1101\n'));
    expect(problemsOf(result)[0]).toMatch(/^没能建立工作区：连不上沙箱 http:\/\/127\.0\.0\.1:9（/);
  });
});
