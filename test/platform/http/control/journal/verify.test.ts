import { beforeAll, describe, expect, it } from 'vitest';
import { DICTIONARY, openCounter } from '../../counter.ts';
import { settle, type Settled } from '../../settle.ts';

const counter = openCounter();

type Result = {
  readonly kind: string;
  readonly passed: boolean;
  readonly message: string;
  readonly rows: readonly { readonly seq: number; readonly infno: string }[];
  readonly closest: readonly {
    readonly row: { readonly infno: string };
    readonly differs: readonly { readonly condition: string; readonly came: string }[];
  }[];
};
type Verified = { readonly passed: boolean; readonly results: readonly Result[]; readonly message?: string };

const verify = async (...expectations: readonly object[]): Promise<Verified> =>
  (await counter.control<Verified>('POST', '/_sandbox/verify', expectations)).json;

/** The one result of one expectation. */
const judged = async (expectation: object): Promise<Result | undefined> => (await verify(expectation)).results[0];

let settled: Settled;
beforeAll(async () => {
  settled = await settle(counter);
});

describe('expectations of the journal', () => {
  it('count rows', async () => {
    const { passed, results } = await verify(
      { count: { match: { infno: '2207', hop: 0 }, equals: 1 } },
      { count: { match: { infno: ['1107', '2207'] }, atLeast: 3, atMost: 3 } },
      { count: { match: { infcode: -1 }, atMost: 0 } },
    );
    expect(passed).toBe(true);
    expect(results.map(({ message }) => message)).toEqual([
      '共 1 条，应等于 1',
      '共 3 条，应至少 3、至多 3',
      '共 0 条，应至多 0',
    ]);
  });

  it('show what was nearly meant', async () => {
    const wrong = await judged({ count: { match: { infno: '2207', hop: 0, infcode: -1 }, equals: 1 } });
    expect(wrong).toMatchObject({ passed: false, message: '共 0 条，应等于 1', rows: [] });
    expect(wrong?.closest[0]).toMatchObject({ row: { infno: '2207' }, differs: [{ condition: 'infcode', came: '0' }] });
    const other = await judged({
      count: { match: { infno: '2208', setl_id: settled.setl_id, hop: 0, infcode: -1 }, atLeast: 1 },
    });
    expect(other?.closest[0]?.differs.map(({ condition }) => condition)).toEqual(['infno', 'infcode']);
  });

  it('see rows in an order, whatever stands between', async () => {
    const steps = ['2201', '2203', '2207'].map((infno) => ({ infno, mdtrt_id: settled.mdtrt_id }));
    expect(await judged({ order: steps })).toMatchObject({ passed: true, message: '3 步按序出现' });
    const backwards = await judged({ order: [...steps].reverse() });
    expect(backwards).toMatchObject({
      passed: false,
      message: expect.stringMatching(/^第 2 步没有找到，在序号 \d+ 之后$/) as string,
    });
    expect(backwards?.rows.map(({ infno }) => infno)).toEqual(['2207']);
  });

  it('wait for a row, and give up', async () => {
    const waiting = judged({ eventually: { match: { infno: '1901' }, within: 30 } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await counter.post('/fsi/api/1901', DICTIONARY);
    expect(await waiting).toMatchObject({ passed: true });
    expect(await judged({ eventually: { match: { infno: '1901' }, within: 0 } })).toMatchObject({ passed: true });
    expect(await judged({ eventually: { match: { infno: '5401' }, within: 1 } })).toMatchObject({
      passed: false,
      message: '1 秒内没有出现',
    });
  });

  it('see none, at all or after something', async () => {
    const { results } = await verify(
      { none: { match: { refusal: 'msgid-reused' } } },
      { none: { match: { infno: '2207' } } },
      { none: { match: { infno: '2204' }, after: { infno: '2207' } } },
      { none: { match: { infno: '2207' }, after: 1 } },
      { none: { match: { infno: '2207' }, after: { infno: '2208' } } },
    );
    expect(results.map(({ passed }) => passed)).toEqual([true, false, true, false, false]);
    expect(results[4]?.message).toBe('after 所指的报文没有出现');
  });

  it('add a field up to the cent, of inputs and of answers', async () => {
    const { results } = await verify(
      { sum: { match: { infno: '2207', infcode: 0 }, field: 'medfee_sumamt', equals: '218' } },
      { sum: { match: { infno: '2204' }, field: 'det_item_fee_sumamt', equals: '218.00' } },
      { sum: { match: { infno: '2204' }, field: 'input.feedetail.cnt', equals: '3.5' } },
      { sum: { match: { infno: '2207' }, field: 'output.setlinfo.medfee_sumamt', equals: '218.01' } },
      { sum: { match: { hop: 0 }, field: 'output.setlinfo.medfee_sumamt', equals: '218.00' } },
    );
    expect(results.map(({ passed }) => passed)).toEqual([true, true, true, false, true]);
    expect(results[3]?.message).toBe('output.setlinfo.medfee_sumamt 合计 218.00，应为 218.01');
    expect(results[4]?.message).toMatch(/合计 218.00，应为 218.00，\d+ 条没有这个字段$/);
  });

  it.each([
    [[], '应为 1 到 50 项期望的列表'],
    [[{ counts: {} }], '第 1 项：应只有 count、order、eventually、none、sum 之一'],
    [[{ count: { match: { infno: '2207' } } }], '第 1 项：count 缺少 equals、atLeast 或 atMost'],
    [[{ count: { match: { info: '2207' }, equals: 1 } }], '第 1 项：不认识的字段 info'],
    [[{ none: { match: {} } }, { eventually: { match: {}, within: 3_600 } }], '第 2 项：within 应为 0 到 60 的整数'],
    [[{ order: [{}] }], '第 1 项：order 应为 2 到 20 步的列表'],
    [[{ sum: { match: {}, field: 'x', equals: 12.5 } }], '第 1 项：equals 应为文字'],
  ])('that cannot be understood are explained: %j', async (expectations, message) => {
    const { status, json } = await counter.control<Verified>('POST', '/_sandbox/verify', expectations);
    expect([status, json.message]).toEqual([422, expect.stringContaining(message)]);
  });
});
