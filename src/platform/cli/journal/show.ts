import { EXIT, type ExitCode } from '../exit-code.ts';
import { facts } from '../layout/facts.ts';
import { ask } from '../server/control.ts';
import { failed } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { json } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { DOOR_NAMES, outcomeOf, type Row } from './rows.ts';

type Body = { readonly encoding: string; readonly size: number; readonly text: string };
type Hop = Row & { readonly input: unknown };
type Exchange = Hop & {
  readonly hops: readonly Hop[];
  readonly request: Body | null;
  readonly answer: Body | null;
  readonly bodyLost: boolean;
};

/** What a refused message nearly was, field by field. */
type Miss = {
  readonly field: string;
  readonly name: string;
  readonly came: string;
  readonly allowed: string;
  readonly clause: string;
  readonly closest: readonly string[];
};
type NearMiss = { readonly misses: readonly Miss[] };

/** `kuasheng journal show TRACE`: one message with its hops and bytes; of a refused one what it nearly was. */
export const showTrace = async (terminal: Terminal, trace: string, options: ServerOptions): Promise<ExitCode> => {
  const id = encodeURIComponent(trace);
  const exchange = await ask<Exchange>(options, `/exchanges/${id}`);
  if (!exchange.ok) return failed(terminal, exchange.error);
  const near = exchange.value.infcode === 0 ? undefined : await ask<NearMiss>(options, `/journal/${id}/near-miss`);
  const misses = near?.ok ? near.value.misses : [];
  terminal.out(options.json ? json({ ...exchange.value, misses }) : pageOf(exchange.value, misses));
  return EXIT.ok;
};

const pageOf = (exchange: Exchange, misses: readonly Miss[]): string =>
  [
    hopInWords(exchange),
    ...exchange.violations.map((violation) => `  不符合接口表：${violation}`),
    ...exchange.hops.map(hopInWords),
    ...(misses.length === 0 ? [] : ['', '差在哪里：', ...misses.map(missInWords)]),
    '',
    ...sideInWords('请求', exchange.request),
    ...sideInWords('应答', exchange.answer),
    ...(exchange.bodyLost ? ['原始报文没有留下'] : []),
  ].join('\n');

const hopInWords = (hop: Hop): string =>
  '  '.repeat(hop.hop) +
  [DOOR_NAMES[hop.door] ?? hop.door, `${hop.infno} ${hop.title}`, hop.sender, hop.at, outcomeOf(hop)].join('  ');

const missInWords = ({ field, name, came, allowed, clause, closest }: Miss): string =>
  [
    `· ${name}（${field}）`,
    facts(
      [
        ['收到', came === '' ? '（没有）' : came],
        ['允许', allowed],
        ...(closest.length === 0 ? [] : [['最接近', closest.join('；')] as const]),
        ...(clause === '' ? [] : [['依据', clause] as const]),
      ],
      '    ',
    ),
  ].join('\n');

const sideInWords = (title: string, body: Body | null): string[] =>
  body === null ? [] : [`${title}（${body.encoding}，${body.size} 字节）`, body.text];
