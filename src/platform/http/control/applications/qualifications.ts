import {
  acceptQualification,
  applyForQualification,
  decideQualification,
  terminateQualification,
} from '../../../sandbox.ts';
import type { ControlHandler } from '../control-env.ts';
import { actedOn, posted } from './act-on.ts';
import { askedApplications } from './list-applications.ts';

/**
 * `GET /qualifications?person=&pending=true`: qualifications 门诊慢特病认定 that were applied for; of one person also those
 * of the seeds.
 */
export const listQualifications: ControlHandler = (c) => {
  const asked = askedApplications(c, 'qualification');
  return asked instanceof Response ? asked : c.json({ qualifications: asked.entries });
};

/** `POST /qualifications` */
export const postQualification = posted('qualification', applyForQualification);
/** `POST /qualifications/{no}/accept` */
export const postAcceptance = actedOn('qualification', acceptQualification);
/** `POST /qualifications/{no}/result` */
export const postResult = actedOn('qualification', decideQualification);
/** `POST /qualifications/{no}/terminate` */
export const postTermination = actedOn('qualification', terminateQualification);
