import type { RuleName } from './types/verdict.ts';

/** A rule of unknown outcomes: what it says, and where it is from. */
export type Rule = { readonly title: string; readonly source: string };

/**
 * The interface document gives 2601 its purpose and the msgid its uniqueness; times and the comparison of books are
 * what a careful payment client does, and ours.
 */
export const RULE_TABLE: Readonly<Record<RuleName, Rule>> = {
  'one-charge': {
    title: '同一笔费用至多收一次：结果未知时不得再收',
    source: '沙箱的规则；一个收费批次至多一笔有效结算见接口表 2207 chrg_bchno',
  },
  'one-reversal': {
    title: '已知冲正成功的，不再冲正',
    source: '沙箱的规则；接口表 2601：已冲正的交易不再冲正',
  },
  'own-unknowns-only': {
    title: '只冲正自己结果未知的交易；已知成功的用 2208 退费',
    source: '接口表 2601 冲正交易：用于超时或单边账，以 omsgid 引用原发送方报文ID',
  },
  'same-msgid': {
    title: '重发用同一个报文号 msgid',
    source: '报文头 msgid 发送方报文ID：同一报文重发，平台返回原答复（重构）',
  },
  'back-off': { title: '重发之间要有间隔', source: '沙箱的规则' },
  'resolved-in-time': { title: '结果未知的交易要在时限之内问清', source: '沙箱的规则；时限由 within 给定' },
  'sums-agree': { title: '平台合计 = 医院合计 + 已说明的差额', source: '沙箱的规则' },
};
