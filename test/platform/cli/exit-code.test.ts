import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

/** A port that nothing listens on: one that was just given back. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

describe('the process ends', () => {
  const server = runningServer();

  it('with 0 when all went well, and when help was asked for', async () => {
    expect((await kuasheng(`personas --base ${server.url()}`)).code).toBe(0);
    expect((await kuasheng('--help')).out).toContain('退出码：\n  0  成功\n  1  沙箱拒绝');
    expect(await kuasheng('--version')).toMatchObject({ code: 0, err: '' });
  });

  it('with 1 when the sandbox refuses, its reason on the error output', async () => {
    const unknown = await kuasheng(`explain A0 --base ${server.url()} --json`);
    expect(unknown).toEqual({ code: 1, out: '', err: '本工作区没有结算 A0' });
    expect((await kuasheng(`personas nobody --base ${server.url()}`)).code).toBe(1);
    expect((await kuasheng(`personas --base ${server.url()} --workspace nowhere`)).err).toContain('没有工作区 nowhere');
  });

  it('with 1 when a transaction is answered with infcode -1; the answer is printed all the same', async () => {
    const { code, out } = await kuasheng(`tx call 2208 --set mdtrt_id=1 --set setl_id=2 --base ${server.url()} --json`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ infcode: -1, output: null });
  });

  it.each([
    ['', '用法： kuasheng'],
    ['tx', '用法： kuasheng tx'],
    ['serv', '没有命令 serv\n是不是 serve？'],
    ['serve --prot 1', '没有选项 --prot\n是不是 --port？'],
    ['serve --port eighty', '选项 --port <n> 的值 eighty 不对：应为 0 到 65535 的整数'],
    ['serve --now yesterday', '选项 --now <time> 的值 yesterday 不对：应为 "2026-09-01 08:00:00"'],
    ['serve --memory --data x', '选项 --memory 和 --data <dir> 不能同时用'],
    ['personas --base', '选项 --base <url> 没有写值'],
    ['personas --base localhost', '选项 --base <url> 的值 localhost 不对'],
    ['personas a b', '参数多了'],
    ['tx show', '缺少参数 infno'],
    ['institution add --code H44030000001', '缺少选项 --name <name>'],
    ['tx show 9999', '没有交易 9999。全部交易见 kuasheng tx list'],
    ['tx call 3101', '交易 3101 没有示例，请给出入参文件'],
    ['tx call 1101 gone.json', '没有文件 gone.json'],
    ['settings set strict', '应为 名称=值'],
    ['catalogue import gone.csv', '没有文件 gone.csv'],
    ['policy lint gone', '没有文件夹 gone'],
    ['policy show 北冥', '没有 北冥 的政策数据。有：'],
    ['policy show xian --on 2026-02-30', '选项 --on <date> 的值 2026-02-30 不对：应为日期，如 2026-09-01'],
    ['policy diff xian', '一个地方要比较两天：写 --on 日期，--to 缺省为今天；或者再写一个地方'],
    ['policy diff xian nanjing --to 2026-01-01', '两个地方只比较同一天：写 --on 日期，不写 --to'],
    ['acceptance run', '缺少选项 --province <code>'],
    ['acceptance run --province 440300', '选项 --province <code> 的值 440300 不对：应为省级区划，如 440000'],
    ['acceptance run --province 440000 --partner 440000', '--partner 应与 --province 不同：跨省要两个省份'],
    ['serve --policies package.json', '没有文件夹 package.json'],
  ])('with 2 on the wrong use “%s”, which it explains in Chinese', async (words, explanation) => {
    const { code, out, err } = await kuasheng(words === '' ? [] : words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(explanation);
  });

  it('with 3 when no server answers, saying how to start one', async () => {
    const base = `http://127.0.0.1:${await freePort()}`;
    for (const words of ['personas', 'tx call 1101', 'workspace list', 'demo', 'acceptance run --province 440000']) {
      const { code, out, err } = await kuasheng(`${words} --base ${base}`);
      expect([code, out]).toEqual([3, '']);
      expect(err).toBe(`连不上沙箱 ${base}（ECONNREFUSED）。请先启动：npm start；或用 --base 指明地址`);
    }
  });

  it('with 1 when another program answers at the address', async () => {
    const { code, err } = await kuasheng(`personas --base ${server.url()}/healthz`);
    expect([code, err.length > 0]).toEqual([1, true]);
  });

  it('with 1 when the folder of the data cannot be one', async () => {
    const { code, err } = await kuasheng('serve --port 0 --data package.json/data');
    expect(code).toBe(1);
    expect(err).toContain('不能使用数据目录');
  });
});
