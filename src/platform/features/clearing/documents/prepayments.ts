import { provinceName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { sum, yuan } from '../../../../kernel/money.ts';
import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { printScaled } from '../../../../kernel/decimal.ts';
import type { UsageLevel } from '../../../../rules/clearing/prepayment.ts';
import type { PoolEntry } from '../../../domain/clearing/national/prepayment/pool-of.ts';
import type { Usage } from '../../../domain/clearing/national/prepayment/usage.ts';
import type { PoolShown } from '../pools.ts';
import { money, type ClearingDocument } from './document.ts';
import { factsOf, NOTE, type Generated } from './month-tables.ts';

/** 预警 as documents and the command line name it. */
export const LEVELS: { readonly [Level in UsageLevel]: string } = {
  green: '正常',
  yellow: '黄色预警',
  red: '红色预警',
};

/** A rate in 1/10,000 as percent. */
export const percent = (rate: number | null): string => (rate === null ? '—' : `${printScaled(rate, 2)}%`);

/** 预付金使用情况表: how far the month uses up what was prepaid; of all provinces, or of one. */
export const prepayments = (from: Generated, usages: readonly Usage[], province?: Admdvs): ClearingDocument => {
  const rows = usages.filter((row) => province === undefined || row.province === province);
  return {
    name: 'prepayments',
    title: province === undefined ? '预付金使用情况表' : `${provinceName(province)}预付金使用情况表`,
    facts: factsOf(from),
    columns: ['就医省', '预付金', '本月清算金额', '使用率', '预警'],
    rows: rows.map((row) => [
      provinceName(row.province), money(row.prepaid), money(row.clearing), percent(row.rate),
      row.level === null ? '未设预付金额度' : LEVELS[row.level],
    ]),
    total: ['合计', money(sum(rows.map((row) => row.prepaid))), money(sum(rows.map((row) => row.clearing))), null, null],
    note: NOTE,
  }; // prettier-ignore
};

/** Moves of a pool as documents and the command line name them. */
export const MOVES: { readonly [Move in PoolEntry['what']]: string } = {
  deposited: '参保省预付',
  returned: '退回参保省',
  paidOut: '拨付定点医药机构',
  cleared: '清算资金到账',
};

/** 预付金收支表 of a treatment province: every move up to today and the balance after it. */
export const poolAccountDocument = (shown: PoolShown, until: CivilDate): ClearingDocument => {
  const { province, entries, balance, advanced } = shown;
  return {
  name: 'pool',
  title: `${provinceName(province)}预付金收支表`,
  facts: [['截至', until], ['本省垫付', yuan(advanced)]],
  columns: ['日期', '事项', '清算年月或调整', '参保省', '金额', '结余'],
  rows: entries.map((entry) => [
    entry.date, MOVES[entry.what], entry.of, entry.payer === undefined ? null : provinceName(entry.payer),
    money(entry.gained), money(entry.balance),
  ]),
  total: ['合计', null, null, null, money(sum(entries.map((entry) => entry.gained))), money(balance)],
  note: NOTE,
  }; // prettier-ignore
};
