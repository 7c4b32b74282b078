import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { windowServer } from '../platform/http/devices/window-server.ts';
import { chromiumHere, openBrowser } from '../support/browser.ts';

const chromium = chromiumHere();
if (chromium === undefined) {
  console.warn('没有浏览器（apt-get install chromium fonts-wqy-microhei），examples/cashier-window 没有测试');
}

describe.skipIf(chromium === undefined)('the cashier window of the examples, in a real Chromium', () => {
  const server = windowServer();
  let browser: Browser | undefined;
  let page: Page;
  const wrong: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
  });
  afterAll(() => browser?.close());
  afterEach(() => {
    expect(server.defects).toEqual([]);
  });

  const open = async (path = '') => {
    wrong.length = 0;
    await page.goto(`${server.url()}${path}/examples/cashier-window/`);
    await page.getByText('已连接', { exact: true }).waitFor();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const says = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const settled = async (path = '') => {
    const response = await fetch(`${server.url()}${path}/_sandbox/journal?infno=2207&limit=10`);
    const { rows } = (await response.json()) as { rows: { hop: number; infcode: number }[] };
    return rows.filter(({ hop }) => hop === 0);
  };

  it('reads a card, registers, settles across provinces, and shows the receipt', async () => {
    await open();
    await press('插卡');
    await page.getByText('卡已插入').waitFor();
    await press('读社会保障卡');
    await says('秦双慢，可以挂号');
    await press('挂号、上传明细');
    await says('可以预结算');
    await press('预结算');
    await says('预结算：总费用 224.40');
    await press('结算');
    await says('结算成功，请收现金');
    const receipt = await page.locator('#receipt').innerText();
    expect(receipt).toContain('门诊慢特病');
    expect(receipt).toMatch(/总费用\s+224\.40/);
    expect(receipt).toMatch(/结算ID\s+A\d+/);
    const messages = await page.locator('#messages summary').allInnerTexts();
    expect(messages.reverse().map((text) => text.split(/\s+/).slice(2, 4).join(' '))).toEqual([
      '1101 成功', '2201 成功', '2203 成功', '2204 成功', '2206 成功', '2207 成功',
    ]); // prettier-ignore
    expect(await settled()).toMatchObject([{ infcode: 0 }]);
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(server.url()))).toEqual([]);
    if (process.env['KUASHENG_SCREENSHOT']) {
      await page.screenshot({ path: process.env['KUASHENG_SCREENSHOT'], fullPage: true });
    }
    await press('取走');
  });

  it('shows what reader and platform refuse in their own words, and goes on after it', async () => {
    await open();
    await press('读社会保障卡');
    await says('无卡，请插卡后重试（-2）');
    await page.getByLabel('患者').selectOption('xian-resident-hypertension');
    await press('插卡');
    await press('验密码');
    await says('请患者在密码键盘上输入密码');
    await page.getByLabel('密码', { exact: true }).fill('000000');
    await press('确认');
    await says('密码错误');
    await press('读社会保障卡');
    await says('可以挂号');
    await page.getByLabel('病种编码').fill('M99999');
    await press('挂号、上传明细');
    await says('可以预结算');
    await press('预结算');
    await page.locator('#message.bad').waitFor();
    expect(await page.getByRole('status').innerText()).toMatch(/^2206：\[/);
    expect(await page.getByRole('button', { name: '结算', exact: true }).isEnabled()).toBe(false);
    expect(wrong).toEqual([]);
    await press('取走');
  });

  it('takes a 医保码 in place of the card, once, in a workspace of its own', async () => {
    await server.control('POST', '/workspaces', { name: 'window-2' });
    await open('/w/window-2');
    await press('出示医保码');
    await press('扫医保码');
    await says('秦双慢，可以挂号');
    await press('扫医保码');
    await says('一个码只能用一次');
    expect(await settled('/w/window-2')).toEqual([]);
  });

  it('does one thing at a time: a button pressed twice is one message, a reader waits for a settlement', async () => {
    await server.control('POST', '/workspaces', { name: 'team-c' });
    await open('/w/team-c');
    await press('插卡');
    await press('读社会保障卡');
    await says('可以挂号');
    const sent = () => asked.filter((url) => url.includes('/w/team-c/fsi/api/')).map((url) => url.slice(-4));
    const twice = (id: string) =>
      page.evaluate(`for (const id of ['${id}', '${id}', 'read-card']) document.getElementById(id).click()`);
    await twice('register');
    await says('可以预结算');
    await press('预结算');
    await says('预结算：');
    await page.route('**/fsi/api/2207', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await twice('settle');
    await says('2207 没有应答，结果未知');
    await page.unroute('**/fsi/api/2207');
    expect(sent()).toEqual(['1101', '2201', '2203', '2204', '2206', '2207']);
    expect(await page.locator('#settle').isDisabled()).toBe(true);
    expect(await settled('/w/team-c')).toHaveLength(1);
  });

  it('reaches no reader from a page of another origin, nor from a file', async () => {
    const elsewhere = await pageServer();
    const { port } = elsewhere.address() as AddressInfo;
    const device = `${server.url().replace('http', 'ws')}/devices/reader-1`;
    const tried = (address: string) =>
      page.evaluate(
        (url) =>
          new Promise<string>((done) => {
            const socket = new WebSocket(url);
            socket.onopen = () => done('open');
            socket.onerror = () => done('refused');
          }),
        address,
      );
    // The name is one of another machine to the browser; it leads here.
    await page.route('http://his.example/**', (route) => route.fulfill({ body: '<p>HIS', contentType: 'text/html' }));
    await page.goto('http://his.example/');
    expect(await tried(device)).toBe('refused');
    await page.goto('data:text/html,<p>nowhere');
    expect(await page.evaluate('self.origin')).toBe('null');
    expect(await tried(device)).toBe('refused');
    await page.goto(`http://127.0.0.1:${port}/`);
    expect(await tried(device)).toBe('open');
    elsewhere.close();
  });
});

/** A page of this machine on another port: it may use the readers. */
const pageServer = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>local');
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
