import type { CatalogueItem } from './catalogue-item.ts';

/**
 * 限制用药: whether the hospital's approval mark keeps a listed item in scope. A missing mark counts as 0 无须审批.
 * Source: 湖南省医疗保障信息平台定点医药机构接口规范 V1.1.27, transaction 2204.
 *
 * @returns why the line is wholly self-paid 全自费, or nothing when it may be reimbursed.
 */
export const limitedUseRefusal = (
  item: Pick<CatalogueItem, 'lmt_used_flag'>,
  hosp_appr_flag: string | undefined,
): string | undefined => {
  if (item.lmt_used_flag === '1' && hosp_appr_flag !== '1') return '限制使用项目未经医院审批，按全自费处理';
  if (item.lmt_used_flag === '0' && hosp_appr_flag === '2') return '医院审批不通过，按全自费处理';
  return undefined;
};
