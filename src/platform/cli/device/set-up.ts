import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control, type ControlRequest } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import { deviceInLine, insideInWords, type DeviceRow } from './rows.ts';

type Made = ServerOptions & {
  readonly kind?: string;
  readonly name?: string;
  readonly psam?: string;
  readonly pinEntry?: string;
};

const given = ({ kind, name, psam, pinEntry }: Made): object => ({
  ...(kind !== undefined && { kind }),
  ...(name !== undefined && { name }),
  ...(psam !== undefined && { psam }),
  ...(pinEntry !== undefined && { pinEntry }),
});

/** Devices come and go, are called something else, are plugged and unplugged. */
export const addSetUp = (device: Command, { terminal, finish }: Cli): void => {
  const send = async (options: ServerOptions, request: ControlRequest) =>
    show(terminal, options, await control<{ readonly device: DeviceRow }>(options, request), (told) =>
      deviceInLine(told.device),
    );
  const told = async <T>(options: ServerOptions, request: ControlRequest, words: (answer: T) => string) =>
    show(terminal, options, await control<T>(options, request), words);
  const at = (id: string, what = '') => `/devices/${encodeURIComponent(id)}${what}`;

  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<{ readonly devices: readonly DeviceRow[] }>(options, '/devices'), ({ devices }) =>
      listInWords(devices, terminal.columns),
    );
  withWorkspace(device.command('list').description('全部设备，里面放了什么')).action((options: ServerOptions) =>
    finish(list(options)),
  );
  const kinds = async (options: ServerOptions) =>
    show(terminal, options, await ask<Kinds>(options, '/devices/kinds'), (answer) =>
      kindsInWords(answer, terminal.columns),
    );
  withWorkspace(device.command('kinds').description('有哪些设备')).action((options: ServerOptions) =>
    finish(kinds(options)),
  );
  const codes = async (options: ServerOptions) =>
    show(terminal, options, await ask<Codes>(options, '/devices/codes'), (answer) =>
      codesInWords(answer, terminal.columns),
    );
  withWorkspace(device.command('codes').description('读卡库的返回码')).action((options: ServerOptions) =>
    finish(codes(options)),
  );
  withMaking(withWorkspace(device.command('add').description('新增一台设备').argument('<id>', '如 reader-2')))
    .option('--kind <kind>', '见 device kinds，缺省为四合一 four-in-one')
    .action((id: string, options: Made) =>
      finish(send(options, { method: 'POST', path: '/devices', body: { id, ...given(options) } })),
    );
  withMaking(withWorkspace(device.command('set').description('改名，换 PSAM 卡，谁输密码').argument('<id>'))).action(
    (id: string, options: Made) => finish(send(options, { method: 'PATCH', path: at(id), body: given(options) })),
  );
  withWorkspace(device.command('delete').description('删除设备').argument('<id>')).action(
    (id: string, options: ServerOptions) =>
      finish(told(options, { method: 'DELETE', path: at(id) }, () => `已删除 ${id}`)),
  );
  for (const [how, words] of [
    ['plug', '插上'],
    ['unplug', '拔下'],
  ] as const) {
    withWorkspace(device.command(how).description(`${words}设备`).argument('<id>')).action(
      (id: string, options: ServerOptions) => finish(send(options, { method: 'POST', path: at(id, `/${how}`) })),
    );
  }
  withWorkspace(device.command('swap').description('两台设备接反了').argument('<a>').argument('<b>')).action(
    (a: string, b: string, options: ServerOptions) =>
      finish(told(options, { method: 'POST', path: '/devices/swap', body: { a, b } }, () => `${a} 和 ${b} 已对调`)),
  );
  withWorkspace(device.command('restart').description('读卡服务重启，所有连接断开')).action((options: ServerOptions) =>
    finish(told(options, { method: 'POST', path: '/devices/restart' }, () => '读卡服务已重启')),
  );
};

const withMaking = (command: Command): Command =>
  command
    .option('--name <text>', '名称')
    .option('--psam <state>', 'ok、none、no-algorithm、no-key、low-level')
    .option('--pin-entry <who>', 'manual 由人输（device pin），auto 自动输入正确的密码');

const HEADS = [
  { title: '设备' }, { title: '种类' }, { title: '状态' }, { title: '占用' }, { title: '里面', gives: true },
] as const; // prettier-ignore

const listInWords = (devices: readonly DeviceRow[], columns: number): string => {
  if (devices.length === 0) return '没有设备：kuasheng device add reader-1';
  const rows = devices.map((row) => [
    row.id,
    row.kind,
    row.plugged ? '已插上' : '已拔下',
    row.holder ?? '',
    insideInWords(row),
  ]);
  return table(HEADS, rows, columns);
};

type Kinds = {
  readonly kinds: readonly { readonly kind: string; readonly name: string; readonly takes: readonly string[] }[];
};

const kindsInWords = ({ kinds }: Kinds, columns: number): string =>
  table(
    [{ title: '种类' }, { title: '读什么' }, { title: '名称', gives: true }],
    kinds.map(({ kind, name, takes }) => [kind, takes.join('、'), name]),
    columns,
  );

type Codes = {
  readonly codes: readonly {
    readonly error: string;
    readonly code: number;
    readonly meaning: string;
    readonly advice: string;
  }[];
};

const codesInWords = ({ codes }: Codes, columns: number): string =>
  table(
    [{ title: '返回码', align: 'right' }, { title: '名称' }, { title: '含义' }, { title: '怎么办', gives: true }],
    codes.map(({ code, error, meaning, advice }) => [String(code), error, meaning, advice]),
    columns,
  );
