import type { Person } from './person.ts';

type People = {
  readonly person: (psn_no: string) => Person | undefined;
  readonly personByCertificate: (certno: string) => Person | undefined;
};

type Named = {
  readonly psn_no?: string | undefined;
  readonly ssn?: string | undefined;
  readonly certno?: string | undefined;
};

/** The person that a national message names: by number 个人管理码, else by 社会保障号码 or certificate. */
export const personNamed = (people: People, { psn_no, ssn, certno }: Named): Person | undefined => {
  if (psn_no !== undefined) return people.person(psn_no);
  const number = ssn ?? certno;
  return number === undefined ? undefined : people.personByCertificate(number);
};
