import type { HuntPatient } from '../campaign.ts';

const HYPERTENSION = { dise_codg: 'M03900', dise_name: '高血压' };

/** Whom a hunt brings to the window: personas who are settled while nothing goes wrong. The first is the plainest. */
export const PATIENTS: readonly HuntPatient[] = [
  { persona: 'xian-worker-hypertension-diabetes', ...HYPERTENSION },
  { persona: 'xian-resident-hypertension', ...HYPERTENSION },
  { persona: 'hefei-worker-hypertension', ...HYPERTENSION },
];
