import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer({ startClock: { mode: 'frozen', at: instantOf('2026-09-04 10:00:00') } });
const traffic = (words: string) => kuasheng(`traffic ${words} --base ${server.url()}`);

describe('kuasheng traffic', () => {
  it("plays a history of hospitals' own and says what came of it", async () => {
    const hospitals = '--hospital H44030099001,H33010099001 --hospital H61010099001';
    const { code, out } = await traffic(`--settlements 30 --months 2 --provinces 630000,110000 ${hospitals} --confirm`);
    expect(code).toBe(0);
    expect(out).toMatch(/^202607 至 202608：结算 \d+ 笔，退费 \d+ 笔，冲正 \d+ 笔；3261 确认 \d+ 行；\d+ 笔没有结成：/);
  });

  it('says why not', async () => {
    const nobody = await traffic('--settlements 5 --hospital H44030099003');
    expect(nobody).toMatchObject({ code: 1, out: '' });
    expect(nobody.err).toContain('不是国家异地定点，不能办理跨省结算');
    expect((await traffic('--settlements 5 --confirm')).err).toContain('只用于 hospitals');
  });
});
