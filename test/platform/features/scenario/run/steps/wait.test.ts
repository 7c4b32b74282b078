import { describe, expect, it } from 'vitest';
import { must } from '../../../../../../src/kernel/assert.ts';
import { httpCall } from '../../../../../../src/platform/features/demo/http-call.ts';
import { play as playDemo } from '../../../../../../src/platform/features/demo/play.ts';
import { demoClaims } from '../../../../../../src/platform/workspace/seeds/demo-claims.ts';
import { runningServer } from '../../../../cli/running-server.ts';
import { play, problemsOf, scenarioOf } from '../playing.ts';

/** An example HIS: an ordinary client that does the main job once it is told where. */
const exampleHis = async (doors: string): Promise<void> => {
  const listed = await httpCall(`${doors}/_sandbox/personas`, { method: 'GET' });
  must(listed.ok, 'the workspace is there');
  const { personas } = JSON.parse(listed.value.text) as {
    personas: { id: string; card_no: string; card_sn: string }[];
  };
  const [bill] = demoClaims();
  const card = personas.find(({ id }) => id === bill?.persona);
  must(bill && card, 'the claim has a persona');
  const hospital = {
    fixmedins_code: 'H44030099001',
    fixmedins_name: '深圳市沙箱第一人民医院',
    mdtrtarea_admvs: '440300',
  };
  const stage = { door: `${doors}/fsi/api`, hospital, insuplc_admdvs: '610100', now: '2026-09-01 10:00:00' };
  await playDemo({ ...stage, card, bill, firstSerial: 1 }, () => undefined);
};

const ADDRESS = /被测系统的地址：(\S+?)，/;

describe('a wait', () => {
  const server = runningServer();

  /** Plays it with the example HIS, which begins when it is told for the first time what to do. */
  const withHis = async (steps: string, his = exampleHis) => {
    const told: string[] = [];
    let working: Promise<void> | undefined;
    const result = await play(server.url(), scenarioOf(steps), {
      tell: (text) => {
        told.push(text);
        const [, doors = ''] = ADDRESS.exec(text) ?? [];
        working ??= his(doors);
      },
    });
    await working?.catch(() => undefined);
    return { result, told };
  };

  it('pauses until the HIS under test sends the message, tells the tester what to do, and looks at the answer', async () => {
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
