import { afterAll, describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const at = (words: string) => kuasheng(`fault ${words} --base ${server.url()}`);

afterAll(() => at('clear'));

describe('fault', () => {
  it('is set, listed, explained and taken away', async () => {
    const added = await at(
      'add answer-lost --infno 2207,2208 --min 1000.00 --nth 3 --with how=fin --count 1 --id lost',
    );
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain('已设 lost：answer-lost 已入账，答复丢失（how=fin，ms=0）');
    expect((await at('list')).out).toContain('第 3 次，共 1 次');
    const explained = await at('explain 2207 --amount 12.00');
    expect(explained.out).toContain('· lost answer-lost 已入账，答复丢失：总额 12.00 小于 1000.00');
    expect(explained.out).toContain('符合 infno');
    expect((await at('explain 2207 --amount 1200.00')).out).toContain('是第 1 次，第 3 次触发');
    expect((await at('explain 2206 --header delay;ms=5')).out).toContain('✓ header delay');
    expect((await at('remove lost')).out).toContain('已去掉 lost');
    expect((await at('list')).out).toBe('没有故障');
  });

  it('strikes, and what fired is told', async () => {
    await at('add business-error --infno 1901 --first 1');
    await kuasheng(`tx call 1901 --base ${server.url()}`);
    expect((await at('firings')).out).toMatch(/T\d{10} +1901 +F0001 business-error/);
    const listed = await kuasheng(`journal list --fault business-error --base ${server.url()}`);
    expect(listed.out).toContain('business-error（');
    expect((await at('clear')).out).toBe('已去掉 1 条故障');
  });

  it('has kinds, and a cheat sheet', async () => {
    expect((await at('kinds')).out).toMatch(/answer-lost +已入账，答复丢失/);
    expect((await at('kinds answer-lost')).out).toMatch(/参数 how +fin、rst、hold，缺省 "rst"/);
    expect((await at('magic')).out).toContain('结算总额末两位 .81');
  });

  it('says why not', async () => {
    expect(await at('add anwser-lost')).toMatchObject({
      code: 1,
      err: expect.stringContaining('answer-lost') as string,
    });
    expect((await at('kinds other')).code).toBe(2);
    expect((await at('add delay --with ms')).code).toBe(2);
    expect((await at('remove F9999')).code).toBe(1);
    expect((await at('explain 2207 /nowhere.json')).code).toBe(2);
  });
});
