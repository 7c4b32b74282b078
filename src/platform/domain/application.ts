import type { Admdvs } from '../../kernel/admdvs.ts';
import type { CivilDate, Instant } from '../../kernel/civil-time.ts';
import type { ChosenInstitution, Filing, Qualification } from './person.ts';

/**
 * How far an application at the insured place has come: applied 已申请, accepted 已受理, approved 审核通过, rejected 审核不通过,
 * cancelled 已撤销 (by the person or the institution that sent it), changed 已变更 (another one took its place), terminated
 * 已终止 (by the place: fraud).
 */
export type ApplicationState =
  'applied' | 'accepted' | 'approved' | 'rejected' | 'cancelled' | 'changed' | 'terminated';

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

/** What 2501 says of a transfer besides the filing, kept for 5304. */
export type Referral = {
  readonly insutype: string;
  readonly tel?: string;
  readonly addr?: string;
  readonly diag_code?: string;
  readonly diag_name?: string;
  readonly dise_cond_dscr?: string;
  readonly reflin_medins_no: string;
  readonly reflin_medins_name: string;
  readonly refl_date: CivilDate;
  readonly refl_rea: string;
  readonly hosp_agre_refl_flag: string;
  readonly opter?: string;
  readonly opter_name?: string;
};

/** What a person holds at the insured place, or asks for. */
export type Entitlement =
  | { readonly kind: 'filing'; readonly row: Filing }
  | { readonly kind: 'qualification'; readonly row: Qualification }
  | { readonly kind: 'chosen-institution'; readonly row: ChosenInstitution };

type Asked =
  | {
      readonly kind: 'filing';
      readonly asked: Filing;
      /** The filing whose place this one takes when it is approved 变更. */
      readonly replaces?: string;
      readonly referral?: Referral;
    }
  | { readonly kind: 'qualification'; readonly asked: Qualification }
  | { readonly kind: 'chosen-institution'; readonly asked: ChosenInstitution };

/**
 * An application for a filing 异地就医备案, a qualification 门诊慢特病认定 or a chosen institution 定点: what was asked for stands in
 * it; what holds is the row under the same number, written when it is approved.
 */
export type Application = Applied & Asked;

export type ApplicationKind = Application['kind'];

/** The state that an application is in. */
export const stateOf = ({ steps }: Application): ApplicationState => (steps.at(-1) ?? steps[0]).state;

/** True until it is decided. */
export const isPending = (application: Application): boolean => ['applied', 'accepted'].includes(stateOf(application));
