import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookRows } from './book-rows.ts';
import type { Driver, DriverEnd, Setting } from '../../features/hunt/driver.ts';

/** How a command is run: its clock, and how long it may take and wait, in milliseconds of the machine. */
export type CommandOptions = { readonly speed: number; readonly patience: number; readonly timeout: number };

/**
 * Any command that makes a HIS settle one patient. It is told everything by its environment, and judged by its messages
 * alone: its exit code says only whether it came to its end (0, or 3 where it says itself that something is open).
 */
export const commandDriver = (command: readonly string[], options: CommandOptions): Driver => ({
  speed: options.speed,
  settle: async (setting) => {
    const folder = await mkdtemp(join(tmpdir(), 'kuasheng-hunt-'));
    const file = join(folder, 'book.csv');
    try {
      const end = await runOnce(command, { ...environmentOf(setting, options), KUASHENG_BOOK: file }, options.patience);
      const book = await readFile(file).catch(() => undefined);
      return { ...end, ...(book !== undefined && { book: bookRows(book) }) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

/** What a driver finds in its environment (docs/hunt.md). */
const environmentOf = (setting: Setting, { speed, timeout }: CommandOptions): Readonly<Record<string, string>> => ({
  KUASHENG_BASE: setting.base,
  KUASHENG_WORKSPACE: setting.workspace,
  KUASHENG_INSTITUTION: setting.hospital.fixmedins_code,
  KUASHENG_INSTITUTION_NAME: setting.hospital.fixmedins_name,
  KUASHENG_MDTRTAREA: setting.hospital.mdtrtarea_admvs,
  KUASHENG_CARD_NO: setting.card_no,
  KUASHENG_CARD_SN: setting.card_sn,
  KUASHENG_INSUPLC: setting.insuplc_admdvs,
  KUASHENG_DISEASE: setting.dise_codg,
  KUASHENG_DISEASE_NAME: setting.dise_name,
  KUASHENG_BOXES: String(setting.boxes),
  KUASHENG_NOW: setting.now,
  KUASHENG_SPEED: String(speed),
  KUASHENG_TIMEOUT_MS: String(timeout),
});

/** Exit codes of a driver that did what it could. */
const ENDED = [0, 3];

const runOnce = (
  [program = '', ...words]: readonly string[],
  env: Readonly<Record<string, string>>,
  patience: number,
): Promise<DriverEnd> =>
  new Promise((resolve) => {
    // A group of its own: what the driver starts ends with it.
    const own = { env: { ...process.env, ...env }, detached: true };
    const child = spawn(program, words, { ...own, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (bytes: Buffer): void => {
      said = (said + bytes.toString('utf8')).slice(-2_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => endGroup(child), patience);
    const end = (ended: boolean, text: string): void => {
      clearTimeout(timer);
      resolve({ ended, text });
    };
    child.on('error', (error) => end(false, `命令无法运行：${error.message}`));
    child.on('close', (code, signal) => {
      const last = said.trim().split('\n').at(-1) ?? '';
      if (signal !== null) return end(false, `超过 ${patience / 1_000} 秒没有结束：${last}`);
      return end(ENDED.includes(code ?? -1), last === '' ? `退出码 ${code}` : last);
    });
  });

const endGroup = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended just now.
  }
};
