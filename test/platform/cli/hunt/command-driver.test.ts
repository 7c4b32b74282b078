import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { bookRows } from '../../../../src/platform/cli/hunt/book-rows.ts';
import { commandDriver } from '../../../../src/platform/cli/hunt/command-driver.ts';
import type { Setting } from '../../../../src/platform/features/hunt/driver.ts';

const SETTING: Setting = {
  base: 'http://127.0.0.1:1', workspace: 'hunt-1', card_no: 'K1', card_sn: 'S1', insuplc_admdvs: '610100',
  hospital: { fixmedins_code: 'H44030099001', fixmedins_name: '医院', mdtrtarea_admvs: '440300' },
  dise_codg: 'M03900', dise_name: '高血压', boxes: 3, now: '2026-09-01 10:00:00',
}; // prettier-ignore

/** A driver that is a line of JavaScript. */
const line = (code: string, patience = 20_000) =>
  commandDriver([process.execPath, '-e', code], { speed: 100, timeout: 500, patience }).settle(SETTING, async () => {
    // The clock runs by itself.
  });

it('tells a command all by its environment, and takes its last line and its book', async () => {
  const names = ['BASE', 'WORKSPACE', 'INSTITUTION', 'MDTRTAREA', 'CARD_NO', 'CARD_SN', 'INSUPLC', 'DISEASE', 'BOXES'];
  const more = ['NOW', 'SPEED', 'TIMEOUT_MS'];
  const code = `
    const { env } = process;
    require('fs').writeFileSync(env.KUASHENG_BOOK, 'msgid,state\\nM1,paid\\n');
    console.log('first');
    console.log(${JSON.stringify([...names, ...more])}.map((name) => env['KUASHENG_' + name]).join(' '));`;
  expect(await line(code)).toEqual({
    ended: true,
    text: 'http://127.0.0.1:1 hunt-1 H44030099001 440300 K1 S1 610100 M03900 3 2026-09-01 10:00:00 100 500',
    book: [{ msgid: 'M1', state: 'paid' }],
  });
});

it('reads the book as a spreadsheet writes it: byte order mark or GBK, quotes, Chinese heads', () => {
  const text = '"机构编号","报文号","医疗费总额","状态"\r\n"H1","M1","1,234.00","已收费",x\r\n';
  const row = { fixmedins_code: 'H1', msgid: 'M1', medfee_sumamt: '1,234.00', state: '已收费', 第5列: 'x' };
  expect(bookRows(Buffer.from(`\uFEFF${text}`))).toEqual([row]);
  expect(bookRows(iconv.encode(text, 'gbk'))).toEqual([row]);
});

it('knows who did what it could, who broke down, who hangs and what is no command', async () => {
  expect(await line('process.exit(3)')).toEqual({ ended: true, text: '退出码 3' });
  expect(await line('console.error("no card"); process.exit(1)')).toEqual({ ended: false, text: 'no card' });
  const hanging = await line('setInterval(() => 0, 1000); console.log("waits")', 1_500);
  expect(hanging).toEqual({ ended: false, text: '超过 1.5 秒没有结束：waits' });
  const nothing = commandDriver(['/no/such/command'], { speed: 1, timeout: 1, patience: 1_000 });
  expect(await nothing.settle(SETTING, async () => undefined)).toMatchObject({
    ended: false,
    text: expect.stringContaining('ENOENT') as string,
  });
});
