import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { NoticeDisease } from './benefits/diseases.ts';
import { blank, list, paragraph } from './blocks.ts';
import type { Line, Section } from './notice.ts';
import { FILING_RULES_OF, no19, no22, says, SYSU7 } from './sources.ts';

/** How a patient settles across provinces: rules of the country, and what a source tells of the place. */
const steps = (place: Admdvs): readonly Line[] => [
  says('先在参保地办好异地就医备案，长期住在外省、临时外出都可以备案。', no19('四（一）')),
  says('备案到就医的城市，或者它所在的省。', no22),
  says('备案时指定了医疗机构的，只在那一家有效。', SYSU7),
  ...(FILING_RULES_OF[place] ?? []),
  says('急诊抢救没有备案，也可以直接结算。', no22),
  says('挂号和看病时，告诉医院自己有异地门诊慢特病待遇，要看的是哪一种病。', no19('三（五）')),
  says('结算时出示医保电子凭证或社会保障卡。', no22),
  says('一种病结算一次；同时发生的、与这种病无关的费用，另按普通门诊结算。', no19('三（四）')),
  says('哪些药品、项目和耗材能报，按就医地规定；起付标准、支付比例和限额，按参保地规定。', no19('二（二）')),
  says('错按普通门诊结算的，请医院核实、退费，再按门诊慢特病重新结算。', no19('三（五）')),
];

const rangeOf = (diseases: readonly NoticeDisease[]): readonly Line[] =>
  diseases.map(({ label }) => says(label, no19('附件1')));

/** 二、 direct settlement 跨省异地就医直接结算; `benefits` are the sections of the insurances. */
export const settlementPart = (
  place: Admdvs,
  diseases: readonly NoticeDisease[],
  benefits: readonly Section[],
): readonly Section[] => [
  { level: 1, heading: '二、跨省异地就医直接结算', blocks: [] },
  {
    level: 2,
    heading: '（一）跨省直接结算病种范围',
    blocks: [
      paragraph({
        text: `下列 ${diseases.length} 种门诊慢特病，有参保地认定的，可以在外省开通了该病种的医疗机构直接结算：`,
      }),
      list(rangeOf(diseases)),
    ],
  },
  { level: 2, heading: '（二）如何就医结算', blocks: [list(steps(place))] },
  {
    level: 2,
    heading: `（三）直接结算待遇政策（包括 ${diseases.length} 种门诊慢特病）`,
    blocks: [
      paragraph({ text: '起付标准、支付比例和限额只对政策范围内的费用。一格里有几行的，从上往下，第一条符合的算数。' }),
    ],
  },
  ...benefits,
  {
    level: 2,
    heading: '（四）费用结算详情查询渠道',
    blocks: [
      list([
        blank('线上查询'),
        says('应能查到每笔费用的起付标准、个人账户支付、统筹基金支付，和本年度还剩多少额度。', no19('附件2 二（四）')),
      ]),
    ],
  },
];
