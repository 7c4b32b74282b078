import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Difference, Lint, Sheet } from '../../../src/platform/sandbox.ts';
import { width } from '../../../src/platform/cli/layout/width.ts';
import { kuasheng } from './command-line.ts';
import { bendFile, ownPlace } from './own-place.ts';

const json = async <T>(words: string): Promise<T> => JSON.parse((await kuasheng(`${words} --json`)).out) as T;

describe('policy lint', () => {
  it('passes what ships, and a folder of the user', async () => {
    const { code, out, err } = await kuasheng('policy lint');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\d+ 个地方 \d+ 个文件，没有问题。$/);
    const alone = await json<Lint>('policy lint');
    const both = await json<Lint>(`policy lint ${ownPlace('440300-shenzhen')}`);
    expect([both.places, both.files, both.problems]).toEqual([alone.places + 1, alone.files + 6, []]);
  });

  it('says every problem with file, line and reason', async () => {
    const own = ownPlace('440300-shenzhen');
    const place = join(own, '440300-shenzhen');
    bendFile(join(place, 'employee-chronic.yaml'), 'mark: single', 'mark: sure');
    writeFileSync(join(place, 'notes.yaml'), 'a: b\n');
    const { code, out, err } = await kuasheng(`policy lint ${own}`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(new RegExp(`^${place}/employee-chronic.yaml:\\d+ “mark” 应为 primary、`, 'm'));
    expect(err).toContain(`${place}/notes.yaml:1 文件名应为 employee-chronic.yaml、`);
    const { problems } = await json<Lint>(`policy lint ${place}`);
    expect(err).toMatch(new RegExp(`共 ${problems.length} 个问题。$`));
    expect(problems).toContainEqual({ file: `${place}/notes.yaml`, line: 1, message: expect.any(String) as string });
  });

  it('explains how the folders of places are named', async () => {
    const own = ownPlace('440305-nanshan');
    for (const name of ['深圳', '990000-nowhere', '610100-empty', '610100-again']) mkdirSync(join(own, name));
    const { err } = await kuasheng(`policy lint ${own}`);
    expect(err).toContain(`${own}/深圳:1 文件夹名应为 六位医保区划-名称，如 440300-shenzhen`);
    expect(err).toContain(`${own}/990000-nowhere:1 文件夹名应为`);
    expect(err).toContain(`${own}/440305-nanshan:1 440305 不是统筹区，应为 440300（深圳市）`);
    expect(err).toContain(`${own}/610100-empty:1 与 ${own}/610100-again 是同一统筹区`);
    expect((await kuasheng(`policy lint ${join(own, '610100-empty')}`)).err).toContain('没有政策文件（.yaml）');
    expect((await kuasheng(`policy lint ${own}/深圳`)).err).toContain('里面没有地方的文件夹');
  });
});

describe('policy show', () => {
  it('shows the figures of a day with what they rest on, in lines that fit the terminal', async () => {
    const { code, out } = await kuasheng('policy show 西安 --on 2026-09-01');
    expect(code).toBe(0);
    expect(out).toMatch(/^西安市 610100 在 2026-09-01 的参保地政策（seeds\/policies\/610100-xian）\n/);
    expect(out).toMatch(/\n起付标准 +A 类病种 +0元，每年，/);
    expect(out).toMatch(/\n\[1\] .+ 核对。来源：/);
    expect(Math.max(...out.split('\n').map(width))).toBeLessThanOrEqual(100);
  });

  it('narrows to an insurance and a benefit; JSON has every field', async () => {
    type Shown = { readonly place: string; readonly on: string; readonly sheets: readonly Sheet[] };
    const shown = await json<Shown>('policy show 610102 --on 2026-09-01 --insutype 390 --benefit general');
    expect([shown.place, shown.on]).toEqual(['610100', '2026-09-01']);
    expect(shown.sheets.map(({ insutype, benefit }) => [insutype, benefit])).toEqual([['390', 'general']]);
    for (const row of shown.sheets[0]?.rows ?? []) {
      const { title, condition, value, from, source, mark, status, checked_on, path } = row;
      expect([title, condition, value, from, source, mark, status, checked_on, path]).not.toContain('');
    }
  });

  it('takes today where no day is named, and says where a day has no policy', async () => {
    expect((await kuasheng('policy show xian')).out).toMatch(/^西安市 610100 在 20\d\d-\d\d-\d\d 的/);
    const { code, out } = await kuasheng('policy show xian --on 2000-01-01 --insutype 310 --benefit chronic');
    expect([code, out]).toEqual([0, expect.stringContaining('2000-01-01 没有政策数据')]);
  });

  it('shows the template of the province where a place has no policies, as a settlement would', async () => {
    const { out } = await kuasheng('policy show 654200 --insutype 310 --benefit general');
    expect(out).toMatch(/^新疆维吾尔自治区（654200） .+（seeds\/templates）\n/);
    expect(out).toMatch(/\n职工医保 普通门诊：.+职工医保普通门诊（示意模板），/);
    expect((await kuasheng('policy show 河北省')).err).toContain('没有 河北省 的政策数据。有：');
  });

  it('shows a place of the user before the shipped one', async () => {
    const own = ownPlace('610100-mine');
    const { out } = await kuasheng(`policy show 610100 --policies ${own}`);
    expect(out).toContain(`（${own}/610100-mine）`);
    expect(out).toContain('来源：自带 ');
  });
});

describe('policy diff', () => {
  type Compared = { readonly differences: readonly Difference[] };

  it('tells two days of a place apart', async () => {
    const own = ownPlace('440300-shenzhen');
    const file = join(own, '440300-shenzhen', 'employee-general.yaml');
    bendFile(file, '  ratio:\n', `${RISEN}\n  ratio:\n`);
    const diff = `policy diff 深圳 --on 2029-12-31 --to 2030-01-01 --policies ${own}`;
    const { differences } = await json<Compared>(diff);
    expect(new Set(differences.map(({ title }) => title))).toEqual(new Set(['起付标准']));
    expect(differences).toContainEqual(
      expect.objectContaining({ benefit: 'general', condition: '全部', right: '16.80元，每年，本待遇合并累计' }),
    );
    const { code, out } = await kuasheng(diff);
    expect(code).toBe(0);
    expect(out).toMatch(/^深圳市 440300：2029-12-31 与 2030-01-01\n/);
    expect(out).toContain(`共 ${differences.length} 处不同`);
    expect((await kuasheng(`policy diff 深圳 --on 2029-12-30 --to 2029-12-31 --policies ${own}`)).out).toBe(
      '深圳市 440300：2029-12-30 与 2029-12-31：条件和数值没有不同。',
    );
  });

  it('tells two places apart on a day', async () => {
    const { out } = await kuasheng('policy diff 西安 320100 --on 2026-09-01');
    expect(out).toMatch(/^西安市 610100 与 南京市 320100，2026-09-01\n/);
    expect(out).toMatch(/\n险种待遇 +参数 +条件 +西安市 +南京市\n/);
    expect(out).toMatch(/\n共 \d+ 处不同/);
    expect(Math.max(...out.split('\n').map(width))).toBeLessThanOrEqual(100);
  });
});

const RISEN = `      - from: 2030-01-01
        value: { amount: 16.80, per: year, counts: benefit }
        source: c26
        mark: single
        status: real
        checked_on: 2026-11-22`;
