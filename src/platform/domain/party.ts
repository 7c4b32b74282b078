import { placeName, type Admdvs } from '../../kernel/admdvs.ts';

/**
 * Who speaks in a refusal: the national node, the place of treatment, the insured place, the credential platform
 * 医保电子凭证, or the sandbox itself.
 */
export type Party =
  | { readonly role: 'national' }
  | { readonly role: 'treatment'; readonly place: Admdvs }
  | { readonly role: 'insured'; readonly place: Admdvs }
  | { readonly role: 'credential' }
  | { readonly role: 'sandbox' };

/** The prefix of every refusal: `[国家平台]`, `[就医地 深圳市]`, `[参保地 西安市]`, `[电子凭证]`, `[沙箱]`. */
export const partyPrefix = (party: Party): string => {
  switch (party.role) {
    case 'national':
      return '[国家平台]';
    case 'treatment':
      return `[就医地 ${placeName(party.place)}]`;
    case 'insured':
      return `[参保地 ${placeName(party.place)}]`;
    case 'credential':
      return '[电子凭证]';
    case 'sandbox':
      return '[沙箱]';
  }
};
