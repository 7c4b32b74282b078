import type { Holder } from '../../../virtual-devices/media/holder.ts';
import { personGiven, type Workspace } from '../../sandbox.ts';

/** The person that a tester names, as a device needs to know it: whose card, code, face. */
export const holderOf = (workspace: Workspace, named: string): Holder | undefined => {
  const found = personGiven(workspace.world().store.reader, named);
  if (!found) return undefined;
  const { psn_no, persona, psn_name, psn_cert_type, certno, gend, naty, brdy, card } = found;
  return {
    person: persona?.id ?? psn_no,
    name: psn_name,
    idType: psn_cert_type,
    idNo: certno,
    gender: gend,
    nationality: naty,
    birthday: brdy,
    ...(card && { card }),
    issuedOn: workspace.origin().seededOn,
  };
};
