import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { HOSPITAL } from '../http/counter.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const at = (words: string, input?: string) => kuasheng(`verdict ${words} --base ${server.url()}`, input);
const folder = mkdtempSync(join(tmpdir(), 'kuasheng-verdict-'));

describe('verdict', () => {
  it('says that nothing was found, and that nothing was done yet', async () => {
    const { code, out } = await kuasheng(`verdict --base ${server.url()}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^没有发现问题（.*，医院的账：由医院的报文推断）\n还没有结算、退费或冲正\n平台合计 0.00/);
  });

  it('ends with 1 when it convicts, prints why, and writes JUnit and a page', async () => {
    const stray = `fixmedins_code,setl_id,medfee_sumamt,state\n${HOSPITAL},NOWHERE,12.30,paid\n`;
    const [junit, html] = ['v.xml', 'v.html'].map((name) => join(folder, name)) as [string, string];
    const { code, out } = await at(`--his-book - --junit ${junit} --html ${html}`, stray);
    expect(code).toBe(1);
    expect(out).toContain('✗ 医院单边账  结算 NOWHERE  0.00 元\n  医院的账里有，平台没有这笔');
    expect(out).toContain(`已写入 ${junit}\n已写入 ${html}`);
    expect(readFileSync(junit, 'utf8')).toContain('failures="1"');
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>[\s\S]+<\/html>\n$/);
    expect(JSON.parse((await at('--json')).out)).toMatchObject({ convicted: true, book: 'csv' });
    expect(await at('--forget-book')).toMatchObject({
      code: 0,
      out: expect.stringContaining('由医院的报文推断') as string,
    });
    expect((await at('--his-book no-such.csv')).err).toBe('没有文件 no-such.csv');
    expect((await at('--his-book -', 'x,y\n1,2')).err).toContain('不认识 x、y；可用 fixmedins_code');
    expect((await at(`--html ${folder}/no/v.html`)).err).toContain('写不了文件');
  });

  it('fetches the book of a HIS from the example server', async () => {
    const file = join(folder, 'book.csv');
    writeFileSync(file, `fixmedins_code,msgid,medfee_sumamt,state\n${HOSPITAL},M1,5.00,paid\nH61010099001,M2,7,paid\n`);
    const child = spawn(process.execPath, [join(projectRoot(), 'examples/his-book/server.mjs'), file, '0']);
    onTestFinished(() => {
      child.kill();
    });
    const line = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
    const his = line.trim().replace(/\/his-book$/, '');
    const { code, out } = await at(`--his-url ${his}/ --institution ${HOSPITAL}`);
    expect(code).toBe(1);
    expect(out).toContain('医院的账：医院接口给的账');
    expect(out).toContain('医院单边账 1');
    expect((await at(`--his-url ${his}/other`)).err).toContain('答 HTTP 404，应为 200');
    await at('--forget-book');
  });

  it('hands on what a HIS says as it came: a long number keeps its last digits', async () => {
    const row = `{"fixmedins_code":"${HOSPITAL}","setl_id":440300990010000123456,"medfee_sumamt":1,"state":"paid"}`;
    const his = createServer((_, response) => response.end(`{"rows":[${row}]}`));
    await new Promise<void>((resolve) => his.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void his.close());
    const { out } = await at(`--his-url http://127.0.0.1:${(his.address() as AddressInfo).port}`);
    expect(out).toContain('结算 440300990010000123456');
    await at('--forget-book');
  });

  it('says that the HIS does not answer', async () => {
    const { code, err } = await at('--his-url http://127.0.0.1:9');
    expect(code).toBe(1);
    expect(err).toContain('连不上医院的接口 http://127.0.0.1:9/his-book');
  });
});
