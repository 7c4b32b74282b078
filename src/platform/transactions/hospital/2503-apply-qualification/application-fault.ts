import type { CivilDate } from '../../../../kernel/civil-time.ts';
import { diseaseFault } from '../../../domain/applications/disease-fault.ts';
import { daysFault } from '../../../domain/applications/filing-asked.ts';
import type { Party } from '../../../domain/party.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import type { Input } from './wire.gen.ts';

/** Why an application for a disease cannot be taken: the code, the day of identification, the days. */
export const applicationFault = (data: Input['data'], today: CivilDate, by: Party): Refusal | undefined => {
  const { opsp_dise_code, hosp_ide_date } = data;
  const code = diseaseFault(opsp_dise_code, by);
  if (code) return code;
  if (hosp_ide_date !== undefined && hosp_ide_date > today) return refuse(by, 'identified-later', hosp_ide_date, today);
  return daysFault(data, today, by);
};
