import { reach, type Admdvs } from '../../../../kernel/admdvs.ts';
import type { Instant } from '../../../../kernel/civil-time.ts';
import type { VoucherRelation } from '../voucher.ts';

/** 实时票据, 全自费票据, 跨省实时结算票据: the kinds of the test (接入指引 annex 2). */
export const TICKETS = {
  'real-time': '实时票据',
  'self-pay': '全自费票据',
  'cross-province': '跨省实时结算票据',
} as const;
export type Ticket = keyof typeof TICKETS;

/** The steps of each kind, in the order of the form. */
export const OPERATIONS = {
  '4901': '医疗机构上传电子结算凭证',
  '4902': '医疗机构电子结算凭证上传结果查询',
  '4905': '重传电子结算凭证',
  '5501': '查询电子结算凭证状态',
} as const;
export type Operation = keyof typeof OPERATIONS;

/** 测试是否通过 */
export type CellState = 'passed' | 'failed' | 'untested';

/** One of the twelve lines of the form. */
export type Cell = {
  readonly ticket: Ticket;
  readonly infno: Operation;
  readonly state: CellState;
  /** 备注 */
  readonly remark: string;
  /** Traces of the journal that a 通过 rests on, oldest first. */
  readonly evidence: readonly string[];
  /** When the first and the last message of it came. */
  readonly begunAt?: Instant;
  readonly endedAt?: Instant;
};

/** The twelve places of the form, in its order. Keys that look like numbers come in the order of the numbers. */
export const CELLS: readonly { readonly ticket: Ticket; readonly infno: Operation }[] = (
  Object.keys(TICKETS) as Ticket[]
).flatMap((ticket) => (Object.keys(OPERATIONS) as Operation[]).map((infno) => ({ ticket, infno })));

/** The kind of a voucher at an institution; another place of the same province is still 实时. */
export const ticketOf = (
  { certSetlType, insuplcAdmdvs }: Pick<VoucherRelation, 'certSetlType' | 'insuplcAdmdvs'>,
  admdvs: Admdvs,
): Ticket => {
  if (certSetlType === '2') return 'self-pay';
  const far = insuplcAdmdvs !== undefined && reach(admdvs, insuplcAdmdvs) === 'cross-province';
  return far ? 'cross-province' : 'real-time';
};
