import { provinceName } from '../../../../kernel/admdvs.ts';
import type { Form } from './form.ts';

/** The closing sentence of the form, with its counts; ours in words. */
export const conclusionOf = ({ province, figures, passed, blocking, rehearsalOnly }: Form): string => {
  const name = provinceName(province);
  if (rehearsalOnly) return `${name}还没有计入的测试数据；以下如有数字都是自检。尚有 ${blocking} 项未完成。`;
  const { places, institutions, transactions, messages, diseases } = figures;
  const counts =
    `${name}参加测试的统筹区 ${places.length} 个（${places.join('、')}），医疗机构 ${institutions} 家，` +
    `交易 ${transactions} 个（成功 ${messages} 笔），完成门诊慢特病病种 ${diseases} 个`;
  return passed ? `${counts}，按接口规范完成改造和联调，全部测试通过。` : `${counts}；尚有 ${blocking} 项未完成。`;
};

/** Whose notice 告知书 has been uploaded. */
export const noticesInWords = ({ notices }: Form): string => {
  const [done, open] = [notices.filter(isUploaded), notices.filter((notice) => !isUploaded(notice))];
  const names = (list: typeof notices) => list.map(({ name }) => name).join('、');
  const parts = [
    ...(done.length > 0 ? [`已上传：${names(done)}`] : []),
    ...(open.length > 0 ? [`未上传：${names(open)}`] : []),
  ];
  return `门诊慢特病告知书${parts.length > 0 ? parts.join('；') : '：沙箱没有本省的统筹区'}。`;
};

const isUploaded = ({ uploadedAt }: Form['notices'][number]): boolean => uploadedAt !== undefined;
