import { FORM_DISEASES, FORM_TRANSACTIONS } from './form-rows.ts';
import type { Requirement } from './requirement.ts';
import { SCRIPT } from './script.ts';
import { STANDARD } from './standard.ts';

/** Everything that the three annexes demand, in their order. */
export const REQUIREMENTS: readonly Requirement[] = [...STANDARD, ...SCRIPT, ...FORM_TRANSACTIONS, ...FORM_DISEASES];

const byId = new Map(REQUIREMENTS.map((requirement) => [requirement.id, requirement]));

export const requirementOf = (id: string): Requirement | undefined => byId.get(id);
