import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate, Instant } from '../../kernel/civil-time.ts';
import type { Filing, Qualification } from './person.ts';

/**
 * How far an application at the insured place has come: applied 已申请, accepted 已受理, approved 审核通过, rejected 审核不通过,
 * cancelled 已撤销 (by the person or the institution that sent it), terminated 已终止 (by the place: fraud).
 */
export type ApplicationState = 'applied' | 'accepted' | 'approved' | 'rejected' | 'cancelled' | 'terminated';

export type ApplicationStep = {
  readonly state: ApplicationState;
  readonly at: Instant;
  /** Reason or remark, in Chinese. */
  readonly note?: string;
};

type Applied = {
  /** 待遇申报明细流水号: also the number of the filing or qualification that it becomes. */
  readonly trt_dcla_detl_sn: string;
  readonly psn_no: string;
  readonly insuplc: Admdvs;
  /** Newest last; the last one is the state. */
  readonly steps: readonly [ApplicationStep, ...ApplicationStep[]];
  /** The institution that sent it 代办; absent: applied for at the insured place itself. */
  readonly fixmedins_code?: string;
  readonly appliedOn: CivilDate;
};

/**
 * An application for a filing 异地就医备案 or a qualification 门诊慢特病认定: what was asked for stands in it; what holds is the
 * filing or qualification under the same number, written when it is approved.
 */
export type Application = Applied &
  (
    | { readonly kind: 'filing'; readonly asked: Filing }
    | { readonly kind: 'qualification'; readonly asked: Qualification }
  );
