import { before, faultKind, nothing } from '../kind.ts';

export const twoWindows = faultKind({
  kind: 'two-windows',
  title: '两个窗口同时结算同一就诊',
  about: '另一窗口用另一个 msgid 先办了同一笔业务；只有一笔入账，这一笔被拒绝。',
  his: '把“已结算”与结果未知区分开：查询后采用已有的结算。',
  scopes: ['before-commit'],
  when: { infno: ['2207', '1107'] },
  params: nothing,
  effects: () => before({ do: 'copy', msgid: 'other' }),
});
