import { describe, expect, it } from 'vitest';
import { rowInWords } from '../../../src/platform/cli/self-run/progress.ts';
import { isPassed, outcomeInWords } from '../../../src/platform/cli/self-run/outcome-in-words.ts';
import { width } from '../../../src/platform/cli/layout/width.ts';
import { SIX } from '../../../src/platform/features/acceptance/self-run/diseases.ts';
import type { Played, Verdict } from '../../../src/platform/features/acceptance/self-run/play-row.ts';
import type { RolePlayed } from '../../../src/platform/features/acceptance/self-run/self-run.ts';
import { STAGE } from '../features/acceptance/self-run/stage.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

/** The command around the player; test/slow/acceptance-self-run.test.ts plays the whole script. */

describe('kuasheng acceptance run', () => {
  const server = runningServer();

  it('says which workspace is not there; the address may be called url', async () => {
    const words = `acceptance run --province 440000 --workspace nowhere --url ${server.url()}`;
    expect(await kuasheng(words)).toMatchObject({ code: 1, err: '没有工作区 nowhere' });
  });
});

const row = (verdict: Verdict, more: Partial<Played> = {}): Played => ({
  role: 'treatment',
  key: 'settle',
  number: '3',
  title: '结算',
  verdict,
  cases: [],
  remarks: [],
  ...more,
});

const role = (rows: readonly Played[], seen = 6, untested = false): RolePlayed => ({
  stage: STAGE,
  rows,
  diseases: SIX.map((disease) => ({
    disease,
    untested,
    counts: [{ title: '退费 1203', least: 6, seen }],
    funds: [{ type: '310100', name: '统筹基金' }],
  })),
  covered: { M08300: true, M05300: false },
});

const lastLine = (played: RolePlayed): string => outcomeInWords([played], 100).split('\n').at(-1) ?? '';

describe('the outcome', () => {
  it('is passed when no row failed and no count is short', () => {
    expect(isPassed(role([row('passed'), row('skipped')]))).toBe(true);
    expect(isPassed(role([row('failed')]))).toBe(false);
    expect(isPassed(role([row('passed')], 5))).toBe(false);
  });

  it('tells in its last line what came of the rows, and which counts are short', () => {
    expect(lastLine(role([row('passed'), row('skipped')]))).toBe(
      '✓ 广东省（440000）作为就医省自检：通过 1 行，未通过 0 行，跳过 1 行。',
    );
    expect(lastLine(role([row('passed')], 5))).toContain('✗ 广东省（440000）作为就医省自检：');
    expect(lastLine(role([row('passed')], 5))).toContain('，统计数据不足 6 项。');
  });

  it('does not count what the insured place has no benefit for, and says so', () => {
    const played = role([row('skipped')], 0, true);
    expect(isPassed(played)).toBe(true);
    expect(lastLine(played)).toMatch(/^○ .*未能测全的病种：M08300、M05300、M06900、M04600、M00200、M07200。$/);
  });

  it('says for which diseases every fund of the place has paid, or that nobody knows', () => {
    const told = (covered: RolePlayed['covered']) =>
      outcomeInWords([{ ...role([]), covered }], 100).replace(/\n(?=\S)/g, '');
    expect(told({ M08300: true, M05300: false })).toContain(
      '见到的基金类型（1 种）：310100 统筹基金。参保地政策中的基金已见全的病种：M08300。未见全的病种：M05300，',
    );
    expect(told({})).toContain('310100 统筹基金。是否已覆盖参保地支持的全部类型，请对照参保地政策。');
  });

  it('is a table of rows by disease that fits the terminal', () => {
    const [first, second] = SIX;
    const rows = [
      row('passed', first && { disease: first }),
      row('failed', second && { disease: second }),
      row('passed', { key: 'upload-hospital', number: '准备6', title: '医药机构信息上传 1603' }),
    ];
    const told = outcomeInWords([role(rows)], 100);
    expect(told).toMatch(/3 +结算 +通过 +未通过\n准备6 +医药机构信息上传 1603 +通过\n/);
    expect(Math.max(...told.split('\n').slice(0, -1).map(width))).toBeLessThanOrEqual(100);
  });
});

it('a row tells its remarks under its title, within the terminal', () => {
  const told = rowInWords(row('skipped', { remarks: ['很'.repeat(60)] }), 80);
  expect(told.split('\n')[0]).toBe('  跳过          3  结算');
  expect(Math.max(...told.split('\n').map(width))).toBeLessThanOrEqual(80);
});
