import { stateOf, type Application } from '../application.ts';

/** The warning of an answer whose application does not hold yet. */
export const waitsForReview = (application: Application): { readonly warn_msg?: string } =>
  stateOf(application) === 'approved'
    ? {}
    : { warn_msg: `已提交参保地，流水号 ${application.trt_dcla_detl_sn}，审核通过后生效` };
