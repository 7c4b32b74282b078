import { blank, BOTH_WAYS, list } from './blocks.ts';
import type { Section } from './notice.ts';
import { no19, sandboxRule, says } from './sources.ts';

const MATERIALS = no19('附件2 一（一）');

/** 一、 how a person gets the qualification 门诊慢特病病种待遇认定. */
export const QUALIFICATION: readonly Section[] = [
  { level: 1, heading: '一、门诊慢特病病种待遇认定', blocks: [] },
  {
    level: 2,
    heading: '（一）认定材料',
    blocks: [
      list([
        says('身份证件、医保电子凭证、社会保障卡，带一种即可。', MATERIALS),
        says('填好的门诊慢特病病种待遇认定申请表。', MATERIALS),
        says('能说明病情的病历或检查资料。', MATERIALS),
        blank('其他材料'),
      ]),
    ],
  },
  { level: 2, heading: '（二）认定渠道', blocks: [list(BOTH_WAYS)] },
  {
    level: 2,
    heading: '（三）认定流程',
    blocks: [
      list([
        ...BOTH_WAYS,
        blank('是否要选定门诊慢特病定点医疗机构，选哪类、选几家'),
        says(
          '已经登记了选定机构的，跨省看这个病要到选定的机构，费用才按门诊慢特病直接结算。',
          sandboxRule('国家平台有选定机构的下载（1825）；参保地是否要求选定各不相同，沙箱只看个人有没有登记'),
        ),
      ]),
    ],
  },
  { level: 2, heading: '（四）办理时限', blocks: [list(BOTH_WAYS)] },
  {
    level: 2,
    heading: '（五）办理结果查询',
    blocks: [list([...BOTH_WAYS, says('认定结果上传以后，也可以在国家医保服务平台 APP 查到。', no19('四（一）'))])],
  },
];
