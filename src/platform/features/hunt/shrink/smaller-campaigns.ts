import { PATIENTS } from '../draw/patients.ts';
import type { Campaign, FaultRule } from '../campaign.ts';
import { withoutOne } from './shrink.ts';

/** The plainest of all faults: whatever fails with it needs no stranger one. */
const PLAIN = { kind: 'answer-lost', with: { how: 'rst' } } as const;

/** What is a little smaller than a campaign: first those with fewer faults, then those with simpler ones. */
export const smallerCampaigns = (campaign: Campaign): readonly Campaign[] => [
  ...withoutOne(campaign.faults).map((faults) => ({ ...campaign, faults })),
  ...campaign.faults.flatMap((fault, index) =>
    simplerFaults(fault).map((simpler) => ({ ...campaign, faults: campaign.faults.with(index, simpler) })),
  ),
  ...plainerCases(campaign),
];

const plainerCases = (campaign: Campaign): readonly Campaign[] => {
  const [patient] = PATIENTS;
  return [
    ...(patient && campaign.patient.persona !== patient.persona ? [{ ...campaign, patient }] : []),
    ...(campaign.boxes > 1 ? [{ ...campaign, boxes: 1 }] : []),
  ];
};

/** One thing is simpler in each: the kind, the schedule, how often, the parameters. */
const simplerFaults = (fault: FaultRule): readonly FaultRule[] => {
  const { kind, when, schedule, count } = fault;
  const plain = kind === PLAIN.kind && fault.with?.['how'] === PLAIN.with.how && fault.scope === undefined;
  const nth = 'nth' in schedule ? schedule.nth : 4;
  const { with: parameters, scope, ...bare } = fault;
  return [
    ...(plain ? [] : [{ ...PLAIN, when, schedule, count }]),
    ...[1, 2, 3].filter((early) => early < nth).map((early) => ({ ...fault, schedule: { nth: early }, count: 1 })),
    ...(count > 1 ? [{ ...fault, count: 1 }] : []),
    ...(!plain && (parameters ?? scope) !== undefined ? [bare] : []),
  ]; // prettier-ignore
};
