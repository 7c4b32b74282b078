import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer();
const at = (words: string) => kuasheng(`notice ${words} --base ${server.url()}`);

describe('notice', () => {
  it('shows the notice of a place named by code, name or folder', async () => {
    const { code, out } = await at('show 西安');
    expect(code).toBe(0);
    expect(out).toMatch(/^# 西安市门诊慢特病跨省异地就医结算政策及流程告知书\n/);
    expect(out).toContain('| 高血压 M03900[');
    expect((await at('show xian')).out).toBe(out);
    expect((await at('show 乌鲁木齐')).out).toContain('省级示意模板');
  });

  it('writes it as a page, and says where it could not', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kuasheng-notice-')), 'xian.html');
    const { out } = await at(`show 610100 --html ${file}`);
    expect(out).toBe(`已写入 ${file}：西安市门诊慢特病跨省异地就医结算政策及流程告知书`);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]+<\/html>\n$/);
    expect(await at(`show 610100 --html ${file}/x.html`)).toMatchObject({
      code: 2,
      out: '',
      err: `写不了文件 ${file}/x.html（ENOTDIR）`,
    });
  });

  it('uploads it, and lists what is uploaded', async () => {
    expect((await at('list')).out).toMatch(/\n440300 +深圳市 +未上传\n/);
    const { code, out } = await at('upload 深圳');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^已上传：深圳市 440300 的告知书（20\d\d-\d\d-\d\d 的政策）。其中 \d+ 处还要由参保地填写，\d+ 处不是本地政策。$/,
    );
    expect((await at('list')).out).toMatch(/\n440300 +深圳市 +已上传 +20\d\d-.+ \d\d:\d\d:\d\d +20\d\d-\d\d-\d\d\n/);
    const listed = JSON.parse((await at('list --json')).out) as { notices: object[] };
    expect(listed.notices).toContainEqual(expect.objectContaining({ place: '440300', state: 'uploaded' }));
  });

  it('says which places there are', async () => {
    expect(await at('show 某地')).toMatchObject({ code: 2, out: '' });
    expect((await at('upload 广东省')).err).toContain('没有 广东省 的政策数据。有：北京市 110000');
  });
});
