import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import { run } from '../../../src/platform/cli/run.ts';
import { kuasheng } from './command-line.ts';
import { recordingTerminal } from './recording-terminal.ts';
import { runningServer } from './running-server.ts';

const server = runningServer({ startClock: { mode: 'frozen', at: instantOf('2026-09-01 10:00:00') } });
const at = (words: string) => kuasheng(`${words} --base ${server.url()}`);
const QIN = 'xian-worker-hypertension-diabetes';

describe('device', () => {
  it('puts any person’s card into any reader, and reads it as a client would', async () => {
    expect((await at('device list')).out).toMatch(/reader-1 +four-in-one +已插上 +空/);
    expect((await at('device read reader-1')).err).toBe('-2 无卡，请插卡后重试');
    expect((await at(`device insert reader-1 --card ${QIN}`)).out).toBe(
      `reader-1 四合一读卡器（社保卡、身份证、扫码、密码键盘）：已插上，社会保障卡 ${QIN}`,
    );
    expect((await at('device read reader-1')).out).toMatch(/^610100\|619900197605160019\|K99000001\|.+\|秦双慢\|/);
    expect((await at('device take reader-1')).out).toContain('：已插上，空');
    expect((await at('device insert reader-1 --card 610100-38 --condition expired')).out).toContain('（expired）');
    expect((await at('device take reader-1 card')).code).toBe(0);
  });

  it('shows codes and faces, and identity cards', async () => {
    expect((await at(`device show terminal-1 --face ${QIN}`)).out).toContain(`人脸 ${QIN}`);
    expect((await at(`device show reader-1 --qr ${QIN}`)).out).toContain(`二维码 ${QIN}`);
    expect((await at('device read reader-1 scan')).out).toMatch(/^\{\s+"medium"|^\d{28}$/);
    expect((await at(`device insert reader-1 --id-card ${QIN}`)).code).toBe(0);
    expect((await at('device read reader-1 read-id')).out).toContain('|619900197605160019|');
    await at('device take reader-1');
    await at('device take terminal-1');
  });

  it('types a PIN when it is asked, and tells what happens', async () => {
    await at(`device insert reader-1 --card ${QIN}`);
    expect((await at('device pin reader-1 888888')).err).toContain('没有在等密码');
    const terminal = recordingTerminal();
    const words = `device watch reader-1 --after 0 --count 200 --base ${server.url()}`.split(' ');
    const watching = run(words, terminal);
    const verified = at('device read reader-1 verify-pin');
    await expect.poll(async () => (await at('device list --json')).out).toContain('"asksPin": "pin"');
    expect((await at('device pin reader-1 888888')).code).toBe(0);
    expect(await verified).toMatchObject({ code: 0, out: '完成' });
    await expect.poll(() => terminal.printed(), { timeout: 10_000 }).toContain('reader-1  已输入密码');
    terminal.stop();
    expect(await watching).toBe(0);
    expect(terminal.printed()).not.toContain('888888');
    expect((await at(`device renew ${QIN}`)).out).toContain('恢复原密码');
  });

  it('is added, set, unplugged, swapped, deleted', async () => {
    expect((await at('device add reader-2 --kind card-reader --psam none')).out).toContain('reader-2 社保卡读卡器');
    expect((await at('device set reader-2 --name 二号窗 --pin-entry auto')).out).toContain('reader-2 二号窗');
    expect((await at('device unplug reader-2')).out).toContain('已拔下');
    expect((await at('device read reader-2')).err).toContain('-11');
    expect((await at('device plug reader-2')).out).toContain('已插上');
    await at(`device insert reader-2 --card ${QIN}`);
    expect((await at('device swap reader-1 reader-2')).out).toBe('reader-1 和 reader-2 已对调');
    expect((await at('device read reader-2')).err).toContain('-2 ');
    await at('device swap reader-1 reader-2');
    expect((await at('device restart')).code).toBe(0);
    expect((await at('device delete reader-2')).out).toBe('已删除 reader-2');
    expect((await at('device delete reader-2')).err).toContain('没有设备 reader-2');
  });

  it('orders faults, and lists how often they struck', async () => {
    expect((await at('device fault kinds')).out).toMatch(/dirty-contact +failure +触点脏，读卡失败/);
    const words = ['device', 'fault', 'add', 'no-card', '--device', 'reader-1', '--schedule', '{"nth":2}'];
    const added = await kuasheng([...words, '--note', '第二次', '--base', server.url()]);
    expect(added.out).toMatch(/^已安排故障 device-fault-\d+：no-card$/);
    await at('device read reader-1');
    await at('device read reader-1');
    expect((await at('device fault list')).out).toMatch(/no-card +reader-1 +全部 +2 +1 +第二次/);
    expect((await at('device fault remove')).out).toBe('已撤销全部设备故障');
    expect((await at('device fault add flood')).err).toContain('kind 应为');
  });

  it('lists return codes, and says what it lacks', async () => {
    expect((await at('device codes')).out).toMatch(/-2201 +no-psam +没有 PSAM 卡/);
    expect((await at('device kinds')).out).toMatch(/id-reader +id-card +身份证阅读器/);
    expect(await at('device insert reader-1')).toMatchObject({ code: 2, err: '请写明一样：--card 或 --id-card' });
    expect((await at('device insert reader-1 --card nobody')).err).toContain('没有人员 nobody');
  });
});
