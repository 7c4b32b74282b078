import { table } from '../layout/table.ts';

/** A maintenance window as the control API tells it. */
export type Row = {
  readonly id: string;
  readonly name: string;
  /** `hospital/2207`; absent: the whole system. */
  readonly transactions?: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Where earlier business drains; absent: no lead time. */
  readonly leadFrom?: string;
  readonly newBusiness?: 'refused' | 'warned';
  readonly text: string;
  readonly state: 'planned' | 'lead' | 'running' | 'over' | 'cancelled';
  /** Until the state changes. */
  readonly remainingMinutes?: number;
};

const STATES: Readonly<Record<Row['state'], string>> = {
  planned: '未开始',
  lead: '提前期',
  running: '进行中',
  over: '已结束',
  cancelled: '已取消',
};

const NEW_BUSINESS = { refused: '停办新业务', warned: '新业务附提示' } as const;

/** One window in a sentence. */
export const lineOf = (row: Row): string =>
  `${row.id}：${whoOf(row)} ${minute(row.from)} 至 ${minute(row.to)}${leadIn(row)}，${row.text}`;

const leadIn = (row: Row): string => (row.leadFrom === undefined ? '' : `（${drainOf(row)}）`);

const HEADS = [
  { title: '编号' },
  { title: '谁', gives: true },
  { title: '起止' },
  { title: '提前期', gives: true },
  { title: '状态', gives: true },
  { title: '停机信息', gives: true },
] as const;

/** All windows, what of them is still to come, and when. */
export const listInWords = (rows: readonly Row[], columns: number): string => {
  if (rows.length === 0) return '没有停机维护';
  const cells = rows.map((row) => [
    row.id,
    whoOf(row),
    `${minute(row.from)}\n${minute(row.to)}`,
    drainOf(row),
    `${STATES[row.state]}${remainingOf(row)}`,
    row.text,
  ]);
  return table(HEADS, cells, columns);
};

const whoOf = ({ name, transactions }: Row): string =>
  transactions ? `${name} ${transactions.map((one) => one.slice(one.indexOf('/') + 1)).join('、')}` : name;

/** From when on, and what new business meets; earlier business drains until the begin. */
const drainOf = ({ leadFrom, newBusiness = 'refused' }: Row): string =>
  leadFrom === undefined ? '无' : `${minute(leadFrom)} 起${NEW_BUSINESS[newBusiness]}`;

const remainingOf = (row: Row): string => {
  if (row.remainingMinutes === undefined) return '';
  return `，${durationOf(row.remainingMinutes)}${nextOf(row)}`;
};

const nextOf = ({ state, leadFrom }: Row): string => {
  if (state === 'running') return '恢复';
  return state === 'planned' && leadFrom !== undefined ? '进入提前期' : '停机';
};

/** The two largest of days, hours and minutes. */
const durationOf = (minutes: number): string => {
  const parts = [
    [Math.floor(minutes / 1_440), '天'],
    [Math.floor((minutes % 1_440) / 60), '小时'],
    [minutes % 60, '分'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return `${said.map(([count, unit]) => `${count} ${unit}`).join(' ')}后`;
};

const minute = (time: string): string => time.slice(0, 16);
