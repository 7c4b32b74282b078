import { printScaled } from '../../../kernel/decimal.ts';
import { table } from '../layout/table.ts';

/** A voucher as the control API tells it. */
export type VoucherRow = {
  readonly name: string;
  readonly fixmedins_code: string;
  readonly state: 'received' | 'failed' | 'normal' | 'replaced';
  readonly red: boolean;
  readonly certSetlType: string;
  readonly billDate: string;
  readonly psnName: string | null;
  readonly setlId: string | null;
  readonly medfeeSumamt: number;
  readonly rhredFlag: '0' | '1';
  readonly reimFlag: '0' | '1' | '2';
  readonly redBy: string | null;
  readonly redOf: string | null;
  readonly replacedBy: string | null;
  readonly versions: readonly {
    readonly upldBchno: string;
    readonly way: string;
    readonly receivedAt: string;
    readonly state: 'received' | 'failed' | 'normal';
    readonly savFaleRea?: string;
  }[];
};

export type TodoRow = {
  readonly voucher: VoucherRow;
  readonly setl_id: string;
  readonly because: 'refunded' | 'reversed';
};

export type CaseRow = {
  readonly name: string;
  readonly means: string;
  readonly kind: string | null;
  readonly afterwards: boolean;
  readonly seenIn: string;
};

const STATES = { received: '校验中', failed: '校验失败', normal: '正常', replaced: '已更正号码' } as const;
const REIMBURSED = { 0: '未报销', 1: '已报销', 2: '申请中' } as const;
const KINDS: Readonly<Record<string, string>> = { 1: '实时结算', 2: '全自费' };

const kindOf = ({ certSetlType, red }: VoucherRow): string =>
  `${KINDS[certSetlType] ?? certSetlType}${red ? ' 冲红票' : ''}`;

const statusOf = ({ state, rhredFlag, reimFlag }: VoucherRow): string => {
  if (state !== 'normal') return STATES[state];
  return rhredFlag === '1' ? '已冲红' : `正常，${REIMBURSED[reimFlag]}`;
};

export const vouchersInWords = (vouchers: readonly VoucherRow[], columns: number): string => {
  if (vouchers.length === 0) return '还没有收到凭证；用 kuasheng voucher make 造一批样张';
  const heads = [
    { title: '凭证' }, { title: '机构' }, { title: '类型' }, { title: '金额', align: 'right' }, { title: '开票日期' },
    { title: '状态' }, { title: '结算ID', gives: true },
  ] as const; // prettier-ignore
  const rows = vouchers.map((voucher) => [
    voucher.name,
    voucher.fixmedins_code,
    kindOf(voucher),
    printScaled(voucher.medfeeSumamt, 2),
    voucher.billDate,
    statusOf(voucher),
    voucher.setlId ?? '',
  ]);
  return table(heads, rows, columns);
};

export const voucherInWords = (voucher: VoucherRow): string =>
  [
    `凭证 ${voucher.name}  ${kindOf(voucher)}  ${statusOf(voucher)}`,
    `机构 ${voucher.fixmedins_code}  ${voucher.psnName ?? ''}  ${printScaled(voucher.medfeeSumamt, 2)} 元`,
    ...(voucher.setlId === null ? [] : [`结算ID ${voucher.setlId}`]),
    ...(voucher.redOf === null ? [] : [`冲红原凭证 ${voucher.redOf}`]),
    ...(voucher.redBy === null ? [] : [`被 ${voucher.redBy} 冲红`]),
    ...(voucher.replacedBy === null ? [] : [`已更正为 ${voucher.replacedBy}`]),
    '',
    ...voucher.versions.map(
      ({ receivedAt, way, upldBchno, state, savFaleRea }) =>
        `${receivedAt}  ${way}  批次 ${upldBchno}  ${STATES[state]}${savFaleRea === undefined ? '' : `：${savFaleRea}`}`,
    ),
  ].join('\n');

export const todoInWords = (todo: readonly TodoRow[]): string => {
  if (todo.length === 0) return '没有待冲红的凭证';
  const rows = todo.map(
    ({ voucher, setl_id, because }) =>
      `${voucher.name}  机构 ${voucher.fixmedins_code}  结算 ${setl_id} 已${because === 'refunded' ? '退费' : '冲正'}`,
  );
  return [`待冲红 ${todo.length} 张：结算已退费或冲正，应上传冲红票（kuasheng voucher make --kind red）`, ...rows].join(
    '\n',
  );
};

export const casesInWords = (cases: readonly CaseRow[], columns: number): string => {
  const heads = [{ title: '情形' }, { title: '说明', gives: true }, { title: '凭证' }, { title: '看哪里' }] as const;
  const rows = cases.map(({ name, means, kind, afterwards, seenIn }) => [
    name,
    afterwards ? `${means}（先上传一张好的）` : means,
    kind ?? '任意',
    seenIn,
  ]);
  return table(heads, rows, columns);
};
