/** What is done to one hospital: the steps of the flow, the sandbox's short cut, an upload. */
export const ACTS = [
  'apply', 'forward', 'admit', 'report', 'review', 'confirm', 'order-launch', 'launch', 'verify', 'return', 'reject',
  'set-none', 'set-test', 'set-live', 'upload',
] as const; // prettier-ignore
export type Act = (typeof ACTS)[number];

/** Every stage, the acts that lead out of it, and whether an upload is taken there: written out once more by hand. */
const FLOW: Readonly<Record<string, { readonly takes: boolean; readonly to: Readonly<Partial<Record<Act, string>>> }>> =
  {
    none: { takes: false, to: { apply: 'applied' } },
    applied: { takes: false, to: { forward: 'ordered', return: 'none' } },
    ordered: { takes: false, to: { admit: 'test', reject: 'none' } },
    test: { takes: true, to: { report: 'reported' } },
    reported: { takes: true, to: { review: 'reviewed', return: 'test' } },
    reviewed: { takes: true, to: { confirm: 'confirmed', reject: 'test' } },
    confirmed: { takes: true, to: { 'order-launch': 'launch-ordered' } },
    'launch-ordered': { takes: true, to: { launch: 'live', reject: 'confirmed' } },
    live: { takes: true, to: { verify: 'verified' } },
    verified: { takes: true, to: {} },
  };

export type OnboardingModel = { readonly stage: string; readonly opened: number; readonly open: boolean };
export const START: OnboardingModel = { stage: 'none', opened: 0, open: false };

/** The model after an act; undefined: it is refused and nothing changes. `tested`: traffic shows all that is asked. */
export const afterAct = (model: OnboardingModel, act: Act, tested: boolean): OnboardingModel | undefined => {
  const here = FLOW[model.stage];
  if (act === 'upload') return here?.takes ? model : undefined;
  if (act.startsWith('set-')) return { ...model, stage: act.slice(4), open: false };
  const stage = here?.to[act];
  if (stage === undefined || (!tested && (act === 'report' || act === 'verify'))) return undefined;
  if (act === 'forward' || act === 'order-launch') return { stage, opened: model.opened + 1, open: true };
  return { ...model, stage, open: model.open && !['admit', 'launch', 'reject'].includes(act) };
};
