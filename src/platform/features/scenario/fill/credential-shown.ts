import type { Persona } from '../run/persona.ts';

export type Credential = 'card' | 'token' | 'id-card' | 'certificate';

type Shown = { readonly mdtrt_cert_type: string; readonly mdtrt_cert_no: string; readonly card_sn?: string };

/** What the person shows at the window 就诊凭证: the one that is asked for, else the first that the person has. */
export const credentialShown = (person: Persona, wanted?: Credential): Shown => {
  const { card_no, card_sn, ec_token, certno, psn_cert_type } = person;
  const first =
    card_no !== null ? 'card' : ec_token !== null ? 'token' : psn_cert_type === '01' ? 'id-card' : 'certificate';
  switch (wanted ?? first) {
    case 'card':
      return { mdtrt_cert_type: '03', mdtrt_cert_no: card_no ?? '', ...(card_sn !== null && { card_sn }) };
    case 'token':
      return { mdtrt_cert_type: '01', mdtrt_cert_no: ec_token ?? '' };
    case 'id-card':
      return { mdtrt_cert_type: '02', mdtrt_cert_no: certno };
    case 'certificate':
      return { mdtrt_cert_type: '99', mdtrt_cert_no: certno };
  }
};
