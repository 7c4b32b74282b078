import { InvalidArgumentError, type Command } from 'commander';
import type { Cli } from '../cli.ts';
import { table } from '../layout/table.ts';
import { ask, control } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type PlaceRow = {
  readonly place: string;
  readonly name: string;
  readonly closed: string | null;
  readonly remote: { readonly url: string; readonly timeoutMs: number; readonly signed: boolean } | null;
};

type RemoteOptions = ServerOptions & { readonly url: string; readonly timeout?: number; readonly key?: string };
type CloseOptions = ServerOptions & { readonly text: string };

const milliseconds = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('应为毫秒数，如 30000');
  return Number(text);
};

/** `kuasheng place …`: which insured places are open, and whose own system answers for them. */
export const addPlace = (program: Command, { terminal, finish }: Cli): void => {
  const place = program.command('place').description('参保地：接入外部系统、未开通');
  const sub = (name: string, text: string): Command =>
    withWorkspace(place.command(name).argument('<code>', '参保地医保区划，如 610100；全省为 610000').description(text));
  const put = async (options: ServerOptions, code: string, body: object) => {
    const request = { method: 'PUT', path: `/places/${encodeURIComponent(code)}`, body } as const;
    const answer = await control<{ readonly place: PlaceRow }>(options, request);
    return show(terminal, options, answer, ({ place: row }) => `${row.name} ${row.place}：${stateOf(row)}`);
  };

  const list = async (options: ServerOptions) =>
    show(terminal, options, await ask<{ readonly places: readonly PlaceRow[] }>(options, '/places'), ({ places }) =>
      listInWords(places, terminal.columns),
    );
  withWorkspace(place.command('list').description('设置过的参保地；其余都已开通，由沙箱自己应答')).action(
    (options: ServerOptions) => finish(list(options)),
  );

  sub('remote', '接入参保地自己的系统：国家平台把报文转发给它')
    .requiredOption('--url <url>', '对方地址，报文发到 地址/交易编号')
    .option('--timeout <ms>', '等多少毫秒，100 到 120000，缺省 30000', milliseconds)
    .option('--key <text>', '签名密钥；不写则不签名')
    .action((code: string, { url, timeout, key, ...options }: RemoteOptions) => {
      const remote = {
        url,
        ...(timeout !== undefined && { timeoutMs: timeout }),
        ...(key !== undefined && { key }),
      };
      return finish(put(options, code, { remote }));
    });
  sub('embedded', '改回由沙箱自己应答').action((code: string, options: ServerOptions) =>
    finish(put(options, code, { remote: null })),
  );
  sub('close', '未开通跨省直接结算：新业务被国家平台拒绝')
    .requiredOption('--text <text>', '告诉医院的话')
    .action((code: string, { text, ...options }: CloseOptions) => finish(put(options, code, { closed: text })));
  sub('open', '开通').action((code: string, options: ServerOptions) => finish(put(options, code, { closed: null })));
};

const whoAnswers = ({ remote }: PlaceRow): string =>
  remote ? `外部系统 ${remote.url}（${remote.timeoutMs} 毫秒，${remote.signed ? '签名' : '不签名'}）` : '沙箱';

const stateOf = (row: PlaceRow): string =>
  `${row.closed === null ? '已开通' : `未开通（${row.closed}）`}，由${whoAnswers(row)}应答`;

const HEADS = [
  { title: '区划' },
  { title: '参保地' },
  { title: '未开通', gives: true },
  { title: '应答方', gives: true },
] as const;

const listInWords = (places: readonly PlaceRow[], columns: number): string =>
  places.length === 0
    ? '没有设置过：全部参保地已开通，由沙箱自己应答'
    : table(
        HEADS,
        places.map((row) => [row.place, row.name, row.closed ?? '', whoAnswers(row)]),
        columns,
      );
