import { textAt } from '../../demo/answer-values.ts';
import type { Played } from './play-row.ts';
import type { Exchange } from './step.ts';

/** What the standard counts for each disease 统计项目, and how much of it (source: 测试通过标准 §2.2 and §3.3). */
type Counter = { readonly title: string; readonly least: number; readonly counts: (exchange: Exchange) => boolean };

const by =
  (infno: string, credential: string) =>
  (exchange: Exchange): boolean =>
    exchange.infno === infno && textAt(exchange.input, 'data.mdtrt_cert_type') === credential;
const reversalOf = (oinfno: string) => (exchange: Exchange): boolean =>
  exchange.infno === '1301' && textAt(exchange.input, 'data.oinfno') === oinfno; // prettier-ignore

const COUNTERS: readonly Counter[] = [
  { title: '认定资格信息查询 1406', least: 2, counts: ({ infno }) => infno === '1406' },
  { title: '结算，医保电子凭证', least: 2, counts: by('1107', '01') },
  { title: '结算，社会保障卡', least: 2, counts: by('1107', '03') },
  { title: '结算，居民身份证', least: 2, counts: by('1107', '02') },
  { title: '挂号，医保电子凭证', least: 2, counts: by('1005', '01') },
  { title: '挂号，社会保障卡', least: 2, counts: by('1005', '03') },
  { title: '挂号，居民身份证', least: 2, counts: by('1005', '02') },
  { title: '退费 1203', least: 6, counts: ({ infno }) => infno === '1203' },
  { title: '正交易冲正 1301（1107）', least: 6, counts: reversalOf('1107') },
  { title: '负交易冲正 1301（1203）', least: 6, counts: reversalOf('1203') },
];

export type Count = { readonly title: string; readonly least: number; readonly seen: number };

/** How much of what the standard counts these rows have brought. A repeated refund counts once. */
export const countsOf = (rows: readonly Played[]): Count[] => {
  const exchanges = rows.flatMap(({ cases }) => cases.flatMap((one) => one.exchanges)).filter((one) => one.accepted);
  const once = withoutRepeats(exchanges);
  return COUNTERS.map(({ title, least, counts }) => ({ title, least, seen: once.filter(counts).length }));
};

/** The second refund of a settlement answers with the number of the first. */
const withoutRepeats = (exchanges: readonly Exchange[]): Exchange[] => {
  const refunds = new Set<string>();
  return exchanges.filter(({ infno, output }) => {
    if (infno !== '1203') return true;
    const number = textAt(output, 'setlinfo.setl_sn');
    const repeated = refunds.has(number);
    refunds.add(number);
    return !repeated;
  });
};
