import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { CivilDateTime } from '../../../../kernel/civil-time.ts';
import type { Institution } from '../../../domain/institution.ts';

/** A message of the national door as a province sends it. */
export type Letter = {
  /** Who signs in, xx0000. */
  readonly province: Admdvs;
  readonly infno: string;
  readonly msgid: string;
  readonly now: CivilDateTime;
  readonly input: object;
  /** Whose business it is; a province without any names itself. */
  readonly institution?: Institution;
};

/** Where it goes, and how a province signs in there: `440000:kuasheng-440000`. */
export type Address = { readonly url: string; readonly signIn: (province: Admdvs) => string };

/** A command line that sends it. */
export const curlOf = (letter: Letter, { url, signIn }: Address): string => {
  const { infno, province } = letter;
  const body = JSON.stringify(messageOf(letter)).replaceAll("'", String.raw`'\''`);
  return `curl -sS -u "${signIn(province)}" -H 'content-type: application/json' -d '${body}' ${url}/national/${infno}`;
};

const messageOf = ({ infno, msgid, now, input, institution, province }: Letter) => ({
  infno,
  msgid,
  mdtrtarea_admvs: institution?.admdvs ?? province,
  recer_sys_code: 'KUASHENG',
  infver: '2.1',
  opter_type: '1',
  opter: 'S001',
  opter_name: '经办人',
  inf_time: now,
  fixmedins_code: institution?.fixmedins_code ?? province,
  fixmedins_name: institution?.fixmedins_name ?? province,
  input,
});
