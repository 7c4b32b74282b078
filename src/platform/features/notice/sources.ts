import type { Ground, Line } from './notice.ts';

const primary = (source: string): Ground => ({ source, mark: 'primary', status: 'real' });

/** Part of 医保办发〔2024〕19号, the notice about the ten diseases, that a sentence rests on. */
export const no19 = (part: string): Ground => primary(`医保办发〔2024〕19号 ${part}`);

/** 医保发〔2022〕22号, of which only public accounts were seen. */
export const no22: Ground = {
  source: '医保发〔2022〕22号《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》',
  mark: 'single',
  status: 'real',
  note: '据公开转述，未核对原文',
};

/** What a hospital of 深圳 says of filing. */
export const SYSU7: Ground = {
  source: '中山大学附属第七医院《医保移动支付开发需求书》异地备案登记',
  mark: 'single',
  status: 'real',
  note: '一家深圳医院的需求文件',
};

/** How the sandbox behaves where no rule of a place was seen. */
export const sandboxRule = (note: string): Ground => ({
  source: '跨省沙箱设定',
  mark: 'sandbox',
  status: 'illustrative',
  note,
});

/** Says so on that ground. */
export const says = (text: string, ground: Ground): Line => ({ text, ground });

/** Rules of filing 备案 that a source tells of one place. */
export const FILING_RULES_OF: Readonly<Record<string, readonly Line[]>> = {
  440300: [says('门诊透析要备案到一家定点医疗机构，不能只备案到城市或省。', SYSU7)],
};
