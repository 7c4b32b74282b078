import { provinceName } from '../../../kernel/admdvs.ts';
import { yuan } from '../../../kernel/money.ts';
import type { clearingStatus } from '../../sandbox.ts';

/** A fault of clearing as the control API tells it. */
export type Fault = ReturnType<typeof clearingStatus>['faults'][number];

/** What each kind of fault of clearing does. */
export const FAULTS: Readonly<Record<Fault['kind'], string>> = {
  missing: '就医省清单少一笔',
  extra: '就医省清单多一笔',
  'amount-differs': '就医省清单金额不符',
  'reversed-but-listed': '就医省清单列着已冲正的一笔',
  rejects: '对应付清算表有异议',
  'pays-partly': '每次只付剩余的一半',
  late: '到期不办',
};

/** A fault in a line. */
export const faultInWords = (fault: Fault): string => {
  const said = `${fault.id} ${provinceName(fault.province)} ${FAULTS[fault.kind]}`;
  const more = 'date' in fault ? ofList(fault) : ofConduct(fault);
  return [said, ...more].join('，');
};

const ofList = ({ date, setl_id, amount }: Extract<Fault, { readonly date: string }>): string[] => [
  date,
  ...(setl_id === undefined ? [] : [`结算 ${setl_id}`]),
  ...(amount === undefined ? [] : [`${yuan(amount)} 元`]),
];

const ofConduct = ({ period, reason }: Exclude<Fault, { readonly date: string }>): string[] => [
  period === undefined ? '每个月' : `${period} 清算`,
  ...(reason === undefined ? [] : [`理由：${reason}`]),
];
