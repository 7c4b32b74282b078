import { table } from '../layout/table.ts';

/** Where an institution stands, as the control API tells it. */
export type Standing = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  readonly state: 'none' | 'test' | 'live';
  readonly stageName: string;
  readonly next: readonly { readonly step: string; readonly by: string; readonly name: string }[];
  readonly orders: readonly {
    readonly no: string;
    readonly category: string;
    readonly detail: string;
    readonly submittedAt: string;
    readonly state: 'open' | 'done' | 'returned';
  }[];
  readonly history: readonly { readonly name: string; readonly at: string; readonly note?: string }[];
};

type Cells = {
  readonly cells: readonly {
    readonly ticket: 'real-time' | 'self-pay' | 'cross-province';
    readonly infno: string;
    readonly state: 'passed' | 'failed' | 'untested';
    readonly remark: string;
  }[];
};

const STATES = { none: '未接入', test: '测试', live: '正式' } as const;
const ORDERS = { open: '待办', done: '已办结', returned: '已退回' } as const;
const TICKETS = { 'real-time': '实时票据', 'self-pay': '全自费票据', 'cross-province': '跨省实时结算票据' } as const;
const ANSWERS = { passed: '通过', failed: '未通过', untested: '未测试' } as const;

const nextOf = ({ next }: Standing): string => {
  const [first] = next;
  return first ? `${first.step} ${first.by}${first.name}` : '已办完';
};

export const standingsInWords = (rows: readonly Standing[], columns: number): string =>
  table(
    [{ title: '机构' }, { title: '名称', gives: true }, { title: '状态' }, { title: '进展' }, { title: '下一步' }],
    rows.map((row) => [row.fixmedins_code, row.fixmedins_name, STATES[row.state], row.stageName, nextOf(row)]),
    columns,
  );

export const standingInWords = (standing: Standing): string => {
  const { fixmedins_code, fixmedins_name, state, stageName, next, orders, history } = standing;
  return [
    `${fixmedins_code} ${fixmedins_name}：${STATES[state]}（${stageName}）`,
    ...orders.map(
      (row) => `  工单 ${row.no}  ${row.category}／${row.detail}  ${row.submittedAt}  ${ORDERS[row.state]}`,
    ),
    ...history.map(({ at, name, note }) => `  ${at}  ${name}${note === undefined ? '' : `  ${note}`}`),
    ...next.map(({ step, by, name }) => `  可办：${step}  ${by}${name}`),
  ].join('\n');
};

/** The twelve lines of the test as traffic shows them. */
export const cellsInWords = ({ cells }: Cells, columns: number): string =>
  table(
    [{ title: '票据' }, { title: '接口' }, { title: '结果' }, { title: '备注', gives: true }],
    cells.map(({ ticket, infno, state, remark }) => [TICKETS[ticket], infno, ANSWERS[state], remark]),
    columns,
  );
