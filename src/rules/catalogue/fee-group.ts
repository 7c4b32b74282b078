/**
 * The groups in which the national platform wants self-paid sums: 药品, 诊疗, 材料, 床位 (跨省异地就医管理子系统 acceptance
 * script, row 17). Which 收费项目类别 belongs to which group is a sandbox choice: the script does not say.
 */
export type FeeGroup = 'drug' | 'service' | 'material' | 'bed';

const GROUP_OF: Readonly<Record<string, FeeGroup>> = {
  '01': 'bed',
  '08': 'material',
  '09': 'drug',
  10: 'drug',
  11: 'drug',
};

/**
 * `09` 西药费 → drug, everything unnamed → service. A local child such as `0801` counts as its national parent.
 */
export const feeGroupOf = (med_chrgitm_type: string): FeeGroup => GROUP_OF[med_chrgitm_type.slice(0, 2)] ?? 'service';
