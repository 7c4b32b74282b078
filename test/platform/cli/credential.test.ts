import { describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const at = (words: string) => kuasheng(`credential ${words} --base ${server.url()}`);
const WHO = 'xian-worker-hypertension-diabetes';
const HOSPITAL = 'H44030099001';

describe('credential', () => {
  it('holds out a QR code', async () => {
    const { code, out } = await at(`qr ${WHO}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d{28}\n秦双慢，20\d\d-.+ 至 20\d\d-.+ 有效$/);
    expect((await at(`qr ${WHO} --kind health-code --at ${HOSPITAL}`)).out).toContain(`摆在 ${HOSPITAL} 前`);
    expect((await at(`qr 610100-38 --shown-by ${WHO} --json`)).out).toContain('"shownBy"');
  });

  it('puts a person before a terminal', async () => {
    expect((await at(`face ${WHO} --at ${HOSPITAL} --cancels`)).code).toBe(0);
    expect((await at(`identity-card ${WHO} --at ${HOSPITAL}`)).code).toBe(0);
    expect((await at('notices')).out).toBe('终端还没有显示过结算结果');
  });

  it('says why not', async () => {
    expect(await at('qr 无名')).toMatchObject({ code: 1, err: expect.stringContaining('没有这个人员') as string });
    expect((await at(`qr ${WHO} --kind other`)).code).toBe(2);
    expect((await at(`face ${WHO}`)).code).toBe(2);
  });
});
