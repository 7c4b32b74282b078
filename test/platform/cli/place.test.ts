import { describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();

const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);

describe('place', () => {
  it('lists nothing as long as nobody has set anything', async () => {
    expect((await at('place list')).out).toBe('没有设置过：全部参保地已开通，由沙箱自己应答');
  });

  it('connects a place to a system of its own, here another workspace, and takes it back', async () => {
    await at('workspace create province');
    const url = `${server.url()}/w/province/insured`;
    const connected = await at(`place remote 610100 --url ${url} --timeout 5000 --key secret`);
    expect(connected).toEqual({
      code: 0,
      out: `西安市 610100：已开通，由外部系统 ${url}（5000 毫秒，签名）应答`,
      err: '',
    });
    expect((await at('place list')).out).toMatch(/610100 +西安市 +外部系统 http/);
    const called = await at('tx call 5301 --persona xian-worker-hypertension-diabetes');
    expect(called.out).toContain('高血压');
    expect((await at('place embedded 610100')).out).toBe('西安市 610100：已开通，由沙箱应答');
  });

  it('closes and opens a place', async () => {
    expect((await at('place close 610100 --text 西安市尚未开通')).out).toContain('未开通（西安市尚未开通）');
    expect((await at('place open 610100')).out).toBe('西安市 610100：已开通，由沙箱应答');
  });

  it('says what is wrong', async () => {
    expect((await at('place remote 610100 --url ftp://x')).err).toContain('应为 http:// 或 https:// 开头的地址');
    expect((await at('place remote 610100 --url http://x --timeout soon')).err).toContain('应为毫秒数');
    expect(await at('place open 123456')).toMatchObject({ code: 1 });
  });
});
