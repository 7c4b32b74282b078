import { placeName, type Admdvs } from '../../../../kernel/admdvs.ts';
import { dateOf, dateTimeOf, type CivilDate, type Instant } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Cell } from '../../../domain/voucher/onboarding/matrix.ts';
import { STAGES } from '../../../domain/voucher/onboarding/moves.ts';
import type { Onboarding } from '../../../domain/voucher/onboarding/onboarding.ts';
import type { Reader } from '../../../store/port.ts';
import { element, escaped } from '../../printed/markup.ts';
import { onboardedIn } from './checklist-paper.ts';
import { footnote, seal, type Paper } from './paper.ts';

type Launched = {
  readonly fixmedins_code: string;
  readonly fixmedins_name: string;
  /** Absent where it was put into 正式 without papers. */
  readonly launchedOn?: CivilDate;
  readonly confirmed: boolean;
  readonly summary: string;
};

/** 用户上线确认报告 (annex 3): all institutions of a place that are in 正式, and what their check after the launch showed. */
export const launchPaper = (reader: Reader, city: Admdvs, now: Instant): Paper => {
  const launched = onboardedIn(reader, city)
    .filter(({ onboarding }) => STAGES[onboarding.stage].state === 'live')
    .map(launchedOf);
  const unit = `${placeName(city)}医疗保障局`;
  const data = { project: PROJECT, city, unit, institutions: launched };
  const body = [
    element('h1', '用户上线确认报告'),
    element('table', [
      line('项目名称', PROJECT),
      line('汇总单位', unit),
      line('上线医疗机构', ...launched.map(inWords)),
      line('用户测试综述', ...launched.map(({ fixmedins_name, summary }) => `${fixmedins_name}：${summary}`)),
    ].join('\n')),
    seal(`汇总单位 ${unit}`),
    footnote(dateTimeOf(now), '综述没有填写的，由沙箱按上线后的报文写出。'),
  ]; // prettier-ignore
  const complete = launched.length > 0 && launched.every(({ confirmed }) => confirmed);
  return { title: `用户上线确认报告（${placeName(city)}）`, complete, data, body: body.join('\n') };
};

const PROJECT = '医疗收费电子结算凭证';

const line = (name: string, ...texts: readonly string[]): string =>
  element('tr', element('th', escaped(name)) + element('td', texts.map(escaped).join('<br>')));

const inWords = ({ fixmedins_name, fixmedins_code, launchedOn, confirmed }: Launched): string =>
  [
    `${fixmedins_name}（${fixmedins_code}）`,
    ...(launchedOn === undefined ? [] : [`${launchedOn} 上线`]),
    ...(confirmed ? [] : ['待功能验证']),
  ].join('，');

const launchedOf = ({
  institution: { fixmedins_code, fixmedins_name },
  onboarding: { launch, history },
}: {
  readonly institution: Institution;
  readonly onboarding: Onboarding;
}): Launched => {
  const begun = history.findLast(({ step, to }) => step === 'launch' && to === 'live');
  return {
    fixmedins_code,
    fixmedins_name,
    ...(begun && { launchedOn: dateOf(begun.at) }),
    confirmed: launch !== undefined,
    summary: launch ? (launch.summary ?? checkInWords(launch.cells)) : '还没有做上线后功能验证',
  };
};

/** What passed after the launch, by transaction. */
const checkInWords = (cells: readonly Cell[]): string => {
  const passed = cells.filter(({ state }) => state === 'passed').map(({ infno }) => infno);
  return `上线后功能验证通过：${[...new Set(passed)].join('、')}`;
};
