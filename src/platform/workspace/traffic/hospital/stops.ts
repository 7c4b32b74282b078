import { placeName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Reader } from '../../../store/port.ts';
import { ITEM } from '../traffic-messages.ts';
import { homesFor, type HospitalPlan } from './hospital-visit.ts';

/** The hospitals of a plan, or in plain Chinese why one of them cannot have a history. */
export const hospitalsOf = (reader: Reader, plan: HospitalPlan): Result<Institution[], string> => {
  const found: Institution[] = [];
  for (const code of plan.hospitals) {
    const institution = reader.institution(code);
    if (!institution) return fail(`没有机构 ${code}。添加：kuasheng institution add --code ${code} --name 名称`);
    const stop = stopOf(reader, institution, plan.provinces);
    if (stop !== undefined) return fail(`${code}（${institution.fixmedins_name}）${stop}`);
    found.push(institution);
  }
  return ok(found);
};

/** Every message of it would be refused, or nothing of it be paid. */
const stopOf = (reader: Reader, institution: Institution, provinces: readonly Admdvs[]): string | undefined => {
  const { fixmedins_type, outOfArea, online, admdvs } = institution;
  if (fixmedins_type !== '1') return '是定点零售药店；历史流量是门诊结算，请写医院的编码';
  if (outOfArea !== 'national') return '不是国家异地定点，不能办理跨省结算';
  if (online !== undefined) return `已${online === 'suspended' ? '暂停' : '取消'}联网，不能办理跨省结算`;
  if (!reader.item(admdvs, ITEM)) return `所在的${placeName(admdvs)}没有目录项目 ${ITEM}（动态血压监测），请先导入目录`;
  if (homesFor(institution, provinces).length > 0) return undefined;
  return '只接收外省参保人；provinces（省级区划）里没有别的省';
};
