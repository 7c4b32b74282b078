import { describe, expect, it } from 'vitest';
import { openCounter } from '../counter.ts';

const counter = openCounter();

type Listed = { readonly notices: readonly { readonly place: string; readonly state: string }[] };

const stateOf = async (place: string, prefix = ''): Promise<string | undefined> => {
  const { json } = await counter.control<Listed>('GET', `${prefix}/_sandbox/notices`);
  return json.notices.find((notice) => notice.place === place)?.state;
};

describe('notices', () => {
  it('are listed with the state of their upload, by workspace', async () => {
    expect(await stateOf('610100')).toBe('missing');
    const { status, json } = await counter.control('POST', '/_sandbox/notices/610102/upload');
    expect({ status, json }).toEqual({
      status: 200,
      json: {
        upload: {
          place: '610100',
          name: '西安市',
          state: 'uploaded',
          uploadedAt: '2026-09-01 10:00:00',
          on: '2026-09-01',
        },
        blanks: expect.any(Number) as number,
        illustrative: expect.any(Number) as number,
      },
    });
    expect(await stateOf('610100')).toBe('uploaded');
    await counter.control('POST', '/_sandbox/workspaces', { name: 'team-a' });
    expect(await stateOf('610100', '/w/team-a')).toBe('missing');
  });

  it('come as JSON, as text and as a page to print', async () => {
    const { json } = await counter.control('GET', '/_sandbox/notices/440300');
    expect(json).toMatchObject({
      notice: { place: '440300', on: '2026-09-01', title: '深圳市门诊慢特病跨省异地就医结算政策及流程告知书' },
      upload: { state: 'missing' },
    });
    const text = await counter.request('/_sandbox/notices/440300?format=text');
    expect(text.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
    expect(await text.text()).toMatch(/^# 深圳市门诊慢特病/);
    const page = await counter.request('/_sandbox/notices/440300?format=html');
    expect(page.headers.get('content-type')).toBe('text/html;charset=UTF-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<h1>深圳市门诊慢特病跨省异地就医结算政策及流程告知书</h1>');
  });

  it.each([
    ['/440300?format=pdf', 422, 'format “pdf” 应为 html、text、json 之一'],
    ['/440000', 404, '“440000” 不是参保地（统筹区）：应为六位医保区划，如 610100（西安市）'],
    ['/990100', 404, '“990100” 不是参保地（统筹区）：应为六位医保区划，如 610100（西安市）'],
    ['/%E8%A5%BF%E5%AE%89', 404, '“西安” 不是参保地（统筹区）：应为六位医保区划，如 610100（西安市）'],
  ])('that cannot be are refused: %s', async (path, status, message) => {
    expect(await counter.control('GET', `/_sandbox/notices${path}`)).toEqual({ status, json: { message } });
  });

  it('of no place are not uploaded', async () => {
    expect((await counter.control('POST', '/_sandbox/notices/440000/upload')).status).toBe(404);
    expect(await stateOf('440000')).toBeUndefined();
    expect(counter.defects).toEqual([]);
  });
});
