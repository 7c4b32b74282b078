import type { Exchange } from '../evidence/exchange.ts';
import type { Finding, Grounds } from './finding.ts';

/** How many fields a note names. */
const NAMED = 8;

/**
 * §2.4: every breach of the interface tables, by transaction and field. Breaches of the past are healed by none: the
 * last message of each transaction must be clean.
 */
export const checkClean = (own: readonly Exchange[]): Finding => {
  const last = new Map(own.map((exchange) => [exchange.infno, exchange]));
  const breaking = [...last.values()].filter(({ violations }) => violations.length > 0);
  const lacking = [...new Set(breaking.flatMap(({ infno, violations }) => violations.map((one) => `${infno} ${one}`)))];
  const past = own.filter(({ violations }) => violations.length > 0).length;
  return {
    required: last.size === 0 ? 1 : last.size,
    seen: last.size - breaking.length,
    evidence: breaking.length > 0 ? breaking : [...last.values()],
    lacking: lacking.length > NAMED ? [...lacking.slice(0, NAMED), `等共 ${lacking.length} 处`] : lacking,
    ...(breaking.length > 0 && { verdict: 'fail' as const }),
    ...(past > 0 && { note: `共 ${past} 笔报文不合接口表，不计入测试数据` }),
  };
};

/** 待遇验证: every settlement of which something is expected agrees with it. */
export const checkBenefit = (own: readonly Exchange[], { benefit }: Grounds): Finding => {
  const settled = own.filter(({ infno, ok, repeated }) => infno === '1107' && ok && !repeated);
  const { compared, differences, missing } = benefit(own);
  const finding = { required: settled.length, seen: compared.length, evidence: compared, lacking: differences };
  const unexpected = missing.length > 0 ? { note: `${missing.length} 笔没有期望结果可比` } : {};
  if (settled.length === 0) return { ...finding, required: 1 };
  if (differences.length > 0) return { ...finding, ...unexpected, verdict: 'fail' };
  if (compared.length === 0) return { ...finding, verdict: 'attested', note: '没有期望结果可比，由本省自行核对待遇' };
  return { ...finding, required: compared.length, ...unexpected };
};
