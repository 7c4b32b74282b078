import { provinceName } from '../../../kernel/admdvs.ts';
import type { MonthShown } from '../../sandbox.ts';

const STEPS: Readonly<Record<string, string>> = {
  file: '申报', generate: '生成', confirm: '确认', notice: '通知', submit: '提交财政', transfer: '划拨', receive: '到账反馈',
}; // prettier-ignore

/** Who is late with what. */
export const lateInWords = ({ step, province = '' }: MonthShown['overdue'][number]): string =>
  `${provinceName(province)}${STEPS[step] ?? step}`;
