import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type FaultRow = {
  readonly id: string;
  readonly kind: string;
  readonly when: { readonly device?: string; readonly command?: string | readonly string[] };
  readonly seen: number;
  readonly fired: number;
  readonly spent: boolean;
  readonly note?: string;
};

type AddOptions = ServerOptions & {
  readonly device?: string;
  readonly command?: string;
  readonly schedule?: object;
  readonly with?: object;
  readonly count?: number;
  readonly ttl?: string;
  readonly note?: string;
};

const object = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError('应为 JSON 对象，如 {"nth":3}');
};

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('应为从 1 起的整数');
  return Number(text);
};

/** `kuasheng device fault add|list|kinds|firings|remove`: what goes wrong at the devices. */
export const addFaultCommands = (device: Command, { terminal, finish }: Cli): void => {
  const fault = device.command('fault').description('设备故障：读卡失败、中途拔卡、密码、迟到、断开');
  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<{ readonly faults: readonly FaultRow[] }>(options, '/devices/faults'), (told) =>
      faultsInWords(told.faults, terminal.columns),
    );
  withWorkspace(fault.command('list').description('已安排的故障')).action((options: ServerOptions) =>
    finish(list(options)),
  );
  const kinds = async (options: ServerOptions) =>
    show(
      terminal,
      options,
      await ask<{ readonly kinds: readonly Kind[] }>(options, '/devices/faults/kinds'),
      ({ kinds: rows }) => kindsInWords(rows, terminal.columns),
    );
  withWorkspace(fault.command('kinds').description('有哪些故障')).action((options: ServerOptions) =>
    finish(kinds(options)),
  );
  const add = async (kind: string, options: AddOptions) => {
    const body = bodyOf(kind, options);
    const answer = await control<{ readonly fault: FaultRow }>(options, {
      method: 'POST',
      path: '/devices/faults',
      body,
    });
    return show(terminal, options, answer, ({ fault: added }) => `已安排故障 ${added.id}：${added.kind}`);
  };
  withWorkspace(fault.command('add').description('安排一个故障').argument('<kind>', '见 device fault kinds'))
    .option('--device <id>', '只对这台设备')
    .option('--command <name>', '只对这个指令，如 read-card')
    .option('--schedule <json>', '何时发生，如 {"nth":3}、{"every":10}、{"rate":0.05}，缺省为每次', object)
    .option('--with <json>', '参数，如 {"at":"after-identity"}', object)
    .option('--count <n>', '发生几次之后作废', whole)
    .option('--ttl <time>', '多久之后作废，按工作区的时间，如 15m')
    .option('--note <text>', '说明')
    .action((kind: string, options: AddOptions) => finish(add(kind, options)));
  const remove = async (id: string | undefined, options: ServerOptions) => {
    const path = id === undefined ? '/devices/faults' : `/devices/faults/${encodeURIComponent(id)}`;
    const answer = await control<object>(options, { method: 'DELETE', path });
    return show(terminal, options, answer, () => (id === undefined ? '已撤销全部设备故障' : `已撤销 ${id}`));
  };
  withWorkspace(fault.command('remove').description('撤销').argument('[id]', '缺省为全部')).action(
    (id: string | undefined, options: ServerOptions) => finish(remove(id, options)),
  );
};

type Kind = { readonly kind: string; readonly name: string; readonly with: { readonly properties?: object } };

const bodyOf = (kind: string, { device, command, schedule, with: given, count, ttl, note }: AddOptions): object => ({
  kind,
  when: { ...(device !== undefined && { device }), ...(command !== undefined && { command }) },
  ...(schedule && { schedule }),
  ...(given && { with: given }),
  ...(count !== undefined && { count }),
  ...(ttl !== undefined && { ttl }),
  ...(note !== undefined && { note }),
});

const HEADS = [
  { title: '编号' }, { title: '故障' }, { title: '设备' }, { title: '指令' }, { title: '遇到', align: 'right' },
  { title: '发生', align: 'right' }, { title: '说明', gives: true },
] as const; // prettier-ignore

const faultsInWords = (faults: readonly FaultRow[], columns: number): string => {
  if (faults.length === 0) return '没有设备故障';
  const rows = faults.map(({ id, kind, when, seen, fired, spent, note = '' }) => [
    id,
    kind,
    when.device ?? '全部',
    [when.command ?? '全部'].flat().join('、'),
    String(seen),
    String(fired),
    `${spent ? '已用完 ' : ''}${note}`,
  ]);
  return table(HEADS, rows, columns);
};

const kindsInWords = (kinds: readonly Kind[], columns: number): string =>
  table(
    [{ title: '故障' }, { title: '参数' }, { title: '是什么', gives: true }],
    kinds.map(({ kind, name, with: given }) => [kind, Object.keys(given.properties ?? {}).join('、'), name]),
    columns,
  );
