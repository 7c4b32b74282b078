import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { kuasheng } from './command-line.ts';
import { runningServer } from './running-server.ts';

const server = runningServer({ startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });
const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);

describe('clock', () => {
  it('is shown, moved on and stopped', async () => {
    expect((await at('clock show')).out).toMatch(/^现在 +2026-09-01 10:00:00\n走法 +停住不动\n下一件 +无$/);
    expect((await at('clock advance +3d')).out).toMatch(
      /^现在 +2026-09-04 10:00:00\n走法 +停住不动\n办理到期事项 +0 件/,
    );
    expect((await at('clock step 1')).out).toContain('每处理一笔报文走一步，每步 1 秒');
    expect((await at('clock run --speed 60')).out).toContain('从设定时刻起走，60 倍');
    expect((await at('clock freeze 2026-12-31')).out).toContain('2026-12-31 00:00:00');
  });

  it('does not go back', async () => {
    const { code, err } = await at('clock freeze 2026-01-01');
    expect(code).not.toBe(0);
    expect(err).toContain('时间不能倒退：现在是 2026-12-31 00:00:00');
    expect((await at('clock step nothing')).err).toContain('应为正数');
  });
});

describe('snapshot', () => {
  it('is saved, compared, restored, and begins another workspace', async () => {
    expect((await at('snapshot list')).out).toContain('还没有快照');
    expect((await at('snapshot save before 开始前')).out).toBe('已保存快照 before');
    expect((await at('snapshot list')).out).toMatch(/before +2026-12-31 00:00:00 +\d+ KB +开始前/);
    expect((await at('snapshot diff before')).out).toBe('没有差别');
    await at('tx call 9001');
    expect((await at('snapshot diff before')).out).toMatch(/sign_in +1 +0 +0 +000001/);
    expect((await at('snapshot fork team-c before')).out).toBe('已新建工作区 team-c：路径前加 /w/team-c');
    expect((await at('snapshot restore before')).out).toBe('已恢复到快照 before');
    expect((await at('snapshot diff before')).out).toBe('没有差别');
    expect((await at('snapshot remove before')).code).toBe(0);
    expect((await at('snapshot restore before')).err).toContain('没有快照 before');
  });
});
