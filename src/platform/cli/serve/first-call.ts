import { placeOf } from '../../../kernel/admdvs.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Person } from '../../domain/person.ts';

/** The smallest 1101 by the person's card that the door answers. */
export const firstMessage = (
  { insurances }: Person,
  { card_no, card_sn }: NonNullable<Person['card']>,
  { admdvs, fixmedins_code }: Institution,
): object => ({
  infno: '1101',
  mdtrtarea_admvs: placeOf(admdvs),
  insuplc_admdvs: insurances[0]?.insuplc_admdvs ?? '',
  fixmedins_code,
  input: { data: { mdtrt_cert_type: '03', mdtrt_cert_no: card_no, card_sn } },
});

/** One line for bash: the message stands in single quotation marks, and one inside it is written as `'\''`. */
export const curlOf = (url: string, message: object): string => {
  const body = JSON.stringify(message).replaceAll("'", "'\\''");
  return `curl -s ${url}/fsi/api/1101 -H 'content-type: application/json' -d '${body}'`;
};
