import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bug } from '../../../../examples/his-window-ts/window.ts';
import { huntDriver, type HuntOptions } from '../../../../src/platform/cli/hunt/hunt.ts';
import { width } from '../../../../src/platform/cli/layout/width.ts';
import { exampleWindow } from '../../../support/example-window.ts';
import { kuasheng } from '../command-line.ts';
import { recordingTerminal } from '../recording-terminal.ts';
import { runningServer } from '../running-server.ts';

describe('kuasheng hunt', () => {
  const server = runningServer();
  let out = '';
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'kuasheng-hunt-'));
  });
  afterEach(() => rmSync(out, { recursive: true }));

  const hunted = async (bug?: Bug, more: Partial<HuntOptions> = {}) => {
    const terminal = recordingTerminal();
    const usual = { base: server.url(), campaigns: 4, seed: '7', jobs: 1, out, speed: 1, patience: 60, timeout: 400 };
    const code = await huntDriver(terminal, exampleWindow(bug), { ...usual, ...more });
    return { code, printed: terminal.printed(), complaints: terminal.complaints() };
  };

  it('acquits with 0 and writes nothing', async () => {
    const { code, printed } = await hunted();
    expect([code, printed]).toEqual([0, '✓ 4 次故障组合（seed 7）：没有丢钱、重复收费或单边账']);
    expect(readdirSync(out)).toEqual([]);
  });

  it('convicts with 1: what, which rule, the smallest fault, a file to play, which a mended HIS passes', async () => {
    const { code, printed } = await hunted('never-asks');
    expect(code).toBe(1);
    expect(printed).toContain('✗ 平台单边账（orphan-on-platform）');
    expect(printed).toContain('违反 resolved-in-time：');
    expect(printed).toContain('2207 answer-lost，how=rst，第 1 次');
    expect(printed).toMatch(/✗ 4 次故障组合（seed 7）中 \d 次出错$/);
    expect(Math.max(...printed.split('\n').map(width))).toBeLessThanOrEqual(100 + out.length);
    const [file = ''] = readdirSync(out).map((name) => join(out, name));
    expect(await kuasheng(['scenario', 'run', file, '--base', server.url()])).toMatchObject({ code: 0 });
    expect(await hunted('never-asks', { again: file })).toMatchObject({ code: 1 });
    expect(await hunted(undefined, { again: file })).toMatchObject({ code: 0, printed: '✓ 这一次没有问题' });
  });

  it('prints JSON', async () => {
    const { printed } = await hunted('never-asks', { json: true });
    expect(JSON.parse(printed)).toMatchObject({
      passed: false,
      seed: '7',
      played: 4,
      caught: [{ found: [{ verdict: 'orphan-on-platform' }], faults: [{ kind: 'answer-lost' }], problem: null }],
    });
  });

  it('says that nothing was tested where the command never comes to its end', async () => {
    const { code, out: printed, err } = await kuasheng([
      'hunt', '--campaigns', '2', '--base', server.url(), '--', process.execPath, '-e', 'process.exit(7)',
    ]); // prettier-ignore
    expect([code, err]).toEqual([2, '被测命令一次也没有正常结束，等于没有测']);
    expect(printed).toContain('2 次被测命令没有正常结束，如第 1 次：退出码 7');
  });

  it('acquits nobody who sent no settlement', async () => {
    const command = ['hunt', '--campaigns', '2', '--base', server.url(), '--', process.execPath, '-e', '0'];
    const { code, out: printed, err } = await kuasheng(command);
    expect([code, printed]).toEqual([2, '○ 2 次故障组合（seed 1）：没有一笔结算']);
    expect(err).toContain('等于没有测；报文应发到 $KUASHENG_BASE/w/$KUASHENG_WORKSPACE');
    const { out: told } = await kuasheng([...command.slice(0, 1), '--json', ...command.slice(1)]);
    expect(JSON.parse(told)).toMatchObject({ passed: false, played: 2, caught: [] });
  });

  it('refuses what it cannot read', async () => {
    expect(await hunted(undefined, { again: join(out, 'no.yaml') })).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('不是 kuasheng hunt 写的场景文件') as string,
    });
    expect(await kuasheng('hunt --campaigns 0 -- true')).toMatchObject({ code: 2 });
    expect(await kuasheng('hunt --base http://127.0.0.1:9 -- true')).toMatchObject({ code: 3 });
  });
});
