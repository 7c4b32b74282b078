import type { Admdvs } from '../../kernel/admdvs.ts';
import type { PolicyAnswer, PolicyQuery } from '../../rules/policy/find-parameters.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import type { PaymentScope } from '../../rules/scope/payment-scope.ts';

export type DictionaryValue = { readonly value: string; readonly label: string; readonly parent?: string };

/** Dated rules of the country and its places, and the code lists of the interface; read-only, loaded at first use. */
export type Library = {
  /** 参保地政策 of a place for an insurance and benefit on the day of service, or why there is none. */
  readonly benefit: (query: PolicyQuery) => PolicyAnswer;
  /** The diseases that are settled across provinces, and the codes that stay at home, with their dates. */
  readonly diseases: DiseaseList;
  /** What places of treatment pay under a disease 病种支付范围; most have no list. */
  readonly paymentScopes: readonly PaymentScope[];
  /** The places with policies of their own, by code; every other place lives by its province's template. */
  readonly places: readonly Admdvs[];
  /** A code list of the interface document, in its order; parent is the known value that a child belongs to. */
  readonly dictionary: (type: string) => readonly DictionaryValue[] | undefined;
};
