import { describe, expect, it } from 'vitest';
import { addressTold, exampleHis } from '../../../../../support/example-his.ts';
import { runningServer } from '../../../../cli/running-server.ts';
import { play, problemsOf, scenarioOf } from '../playing.ts';

describe('a wait', () => {
  const server = runningServer();

  /** Plays it with the example HIS, which begins when it is told for the first time what to do. */
  const withHis = async (steps: string, his = exampleHis) => {
    const told: string[] = [];
    let working: Promise<void> | undefined;
    const result = await play(server.url(), scenarioOf(steps), {
      tell: (text) => {
        told.push(text);
        working ??= his(addressTold(text));
      },
    });
    await working?.catch(() => undefined);
    return { result, told };
  };

  it('pauses until the HIS under test sends the message, says what to do, and looks at the answer', async () => {
    const { result, told } = await withHis(`  - wait: { infno: 2201, infcode: 0 }
    tell: 请挂号。
    within: 20s
    save: registered
  - wait: { infno: 2207, infcode: 0 }
    tell: 请结算。
    within: 20s
    save: paid
    expect: { output: { setlinfo: { medfee_sumamt: 499.50, mdtrt_id: '\${registered.mdtrt_id}' } } }
  - wait: { infno: 2601 }
    tell: 请冲正。
    within: 20s
`);
    expect(told[0]).toMatch(/^请挂号。\n（被测系统的地址：http:\/\/127\.0\.0\.1:\d+\/w\/play-\d+，最多等 20 秒）$/);
    expect(problemsOf(result)).toEqual([]);
    expect(result.steps).toHaveLength(3);
  });

  it('fails when the message does not come in time, and when its answer is another', async () => {
    const late = await withHis('  - wait: { infno: 2208 }\n    tell: 请退费。\n    within: 200ms\n', () =>
      Promise.resolve(),
    );
    expect(problemsOf(late.result)).toEqual(['等了 0.2 秒，没有等到 infno 2208']);
    const other = await withHis(
      '  - wait: { infno: 2207 }\n    tell: 请结算。\n    within: 20s\n    expect: { refused: 备案 }\n',
    );
    expect(problemsOf(other.result)).toEqual(['应被拒绝（备案），实为成功']);
  });

  it('can say that the message must not come', async () => {
    const quiet = '  - wait: { infno: 2207 }\n    tell: 不要结算。\n    within: 300ms\n    none: true\n';
    expect((await withHis(quiet, () => Promise.resolve())).result.verdict).toBe('passed');
    const settled = await withHis(quiet.replace('300ms', '20s'));
    expect(problemsOf(settled.result)[0]).toMatch(/^不应有这样的报文，却来了：infno 2207/);
  });

  it('does not take our own messages for those of the HIS', async () => {
    const steps = '  - call: 1101\n  - wait: { infno: 1101 }\n    tell: 请读卡。\n    within: 300ms\n';
    expect(problemsOf((await withHis(steps, () => Promise.resolve())).result)).toEqual([
      '等了 0.3 秒，没有等到 infno 1101',
    ]);
  });

  it('says what is wrong with its filter', async () => {
    const steps = '  - wait: { infnr: 1101 }\n    tell: 请读卡。\n    within: 1s\n';
    expect(problemsOf((await withHis(steps, () => Promise.resolve())).result)[0]).toContain('不认识的字段 infnr');
  });
});
