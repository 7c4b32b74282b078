import type { Command } from 'commander';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Cli } from '../cli.ts';
import { addAdd } from '../faults/add.ts';
import { change } from '../faults/change.ts';
import { addExplain } from '../faults/explain.ts';
import {
  faultsInWords, firingsInWords, kindsInWords, magicInWords, type Firing,
  type Kind, type Magic, type Row,
} from '../faults/in-words.ts'; // prettier-ignore
import { ask, control } from '../server/control.ts';
import { misuse, type Failure } from '../server/failure.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

/** `kuasheng fault …`: what goes wrong between a HIS and the platform, on demand. */
export const addFault = (program: Command, cli: Cli): void => {
  const fault = program.command('fault').description('故障：按要求出错，可重现');
  for (const add of [addList, addAdd, addRemove, addClear, addKinds, addExplain, addFirings, addMagic]) add(fault, cli);
};

const addList = (fault: Command, { terminal, finish }: Cli): void => {
  const list = async (options: ServerOptions) =>
    show(
      terminal,
      options,
      await ask<{ readonly faults: readonly Row[]; readonly magicFaults: boolean }>(options, '/faults'),
      ({ faults, magicFaults }) => faultsInWords(faults, magicFaults, terminal.columns),
    );
  withWorkspace(fault.command('list').description('已设的故障：对哪些报文，触发了几次')).action(
    (options: ServerOptions) => finish(list(options)),
  );
};

const addRemove = (fault: Command, cli: Cli): void => {
  withWorkspace(fault.command('remove').description('去掉一条故障').argument('<id>', '编号')).action(
    (id: string, options: ServerOptions) =>
      cli.finish(change(cli, options, '已去掉', { method: 'DELETE', path: `/faults/${encodeURIComponent(id)}` })),
  );
};

const addClear = (fault: Command, { terminal, finish }: Cli): void => {
  const clear = async (options: ServerOptions) =>
    show(
      terminal,
      options,
      await control<{ readonly removed: number }>(options, { method: 'DELETE', path: '/faults' }),
      ({ removed }) => `已去掉 ${removed} 条故障`,
    );
  withWorkspace(fault.command('clear').description('去掉全部故障')).action((options: ServerOptions) =>
    finish(clear(options)),
  );
};

const addKinds = (fault: Command, { terminal, finish }: Cli): void => {
  const kinds = async (names: readonly string[], options: ServerOptions) => {
    const known = await ask<{ readonly kinds: readonly Kind[] }>(options, '/faults/kinds');
    const picked = known.ok ? pick(known.value.kinds, names) : known;
    return show(terminal, options, picked, (value) => kindsInWords(value, names.length > 0));
  };
  withWorkspace(
    fault.command('kinds').description('全部种类；写出名称则打印其经过、做法和参数').argument('[kind...]'),
  ).action((names: string[], options: ServerOptions) => finish(kinds(names, options)));
};

const pick = (kinds: readonly Kind[], names: readonly string[]): Result<readonly Kind[], Failure> => {
  const unknown = names.find((name) => !kinds.some(({ kind }) => kind === name));
  if (unknown !== undefined) return { ok: false, error: misuse(`没有故障种类 ${unknown}`) };
  return ok(names.length === 0 ? kinds : kinds.filter(({ kind }) => names.includes(kind)));
};

const addFirings = (fault: Command, { terminal, finish }: Cli): void => {
  const firings = async ({ after, limit, ...options }: ServerOptions & { after: string; limit: string }) => {
    const query = new URLSearchParams({ after, limit }).toString();
    const answer = await ask<{ readonly firings: readonly Firing[] }>(options, `/faults/firings?${query}`);
    return show(terminal, options, answer, (value) => firingsInWords(value.firings, terminal.columns));
  };
  withWorkspace(fault.command('firings').description('触发过的故障，最早的在前，以及答复发出没有'))
    .option('--after <seq>', '只看序号更大的报文', '0')
    .option('--limit <n>', '最多几条', '100')
    .action((options: ServerOptions & { after: string; limit: string }) => finish(firings(options)));
};

const addMagic = (fault: Command, { terminal, finish }: Cli): void => {
  const magic = async (options: ServerOptions) =>
    show(
      terminal,
      options,
      await ask<{ readonly on: boolean; readonly magic: readonly Magic[] }>(options, '/faults/magic'),
      (value) => magicInWords(value.magic, value.on),
    );
  withWorkspace(fault.command('magic').description('魔法值：收费员在窗口输入什么就遇到什么')).action(
    (options: ServerOptions) => finish(magic(options)),
  );
};
