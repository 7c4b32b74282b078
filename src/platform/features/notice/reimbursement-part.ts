import { blank, BOTH_WAYS, list } from './blocks.ts';
import type { Line, Section } from './notice.ts';
import { no19, says } from './sources.ts';

const RANGE = no19('附件2 三（一）');
const MATERIALS = no19('附件2 三（二）');

/** 三、 manual reimbursement 手工报销; `advances` are the cases that the place itself leaves to it. */
export const reimbursementPart = (advances: readonly Line[]): readonly Section[] => [
  { level: 1, heading: '三、手工报销', blocks: [] },
  {
    level: 2,
    heading: '（一）手工报销的范围',
    blocks: [
      list([
        says('系统故障等原因，没能在就医地直接结算的费用。', RANGE),
        says('还不能跨省直接结算的门诊慢特病费用：先自己付清，再回参保地按本地规定报销。', no19('三（四）')),
        says('错按普通门诊结算、又没有在医院退费重结的费用，本地规定可以报销的。', no19('三（五）')),
        ...advances,
        blank('没有备案就到外省看病的费用，能不能报销'),
      ]),
    ],
  },
  {
    level: 2,
    heading: '（二）报销材料',
    blocks: [
      list([
        says('身份证件、医保电子凭证、社会保障卡，带一种即可。', MATERIALS),
        says('医院或药店的收费票据。', MATERIALS),
        says('门急诊费用清单。', MATERIALS),
        says('处方底方。', MATERIALS),
        blank('其他材料'),
      ]),
    ],
  },
  ...['（三）报销渠道', '（四）报销流程', '（五）报销时限', '（六）报销结果查询'].map((heading): Section => ({
    level: 2,
    heading,
    blocks: [list(BOTH_WAYS)],
  })),
];

/** 四、 whom to ask. */
export const ENQUIRIES: Section = {
  level: 1,
  heading: '四、咨询渠道',
  blocks: [list([blank('热线电话'), blank('其他渠道')])],
};
