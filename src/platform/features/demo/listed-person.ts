/** A synthetic person as the control API lists it: who it is, and what it can show at a window. */
export type ListedPerson = {
  readonly name: string;
  readonly psn_no: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly card_no: string | null;
  readonly card_sn: string | null;
  readonly ec_token: string | null;
};

/** Place and number of one of the population: `610100-38`. */
const NUMBERED = /^(?<place>\d{6})-(?<n>\d{1,9})$/;

/** Where the control API lists that one of the population; undefined for the id of a persona. */
export const numberedPath = (id: string): string | undefined => {
  const { place, n } = NUMBERED.exec(id)?.groups ?? {};
  return place === undefined || n === undefined ? undefined : `/people?place=${place}&from=${n}&limit=1`;
};
