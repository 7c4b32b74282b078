import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../kernel/assert.ts';
import type { Result } from '../../kernel/result.ts';
import { loadDiseases } from '../../rules/policy/load-diseases.ts';
import { loadPaymentScopes } from '../../rules/policy/load-payment-scopes.ts';
import { printProblem, type Problem } from '../../rules/policy/problem.ts';
import { projectRoot } from '../project-root.ts';

/** A list of `seeds/diseases/`; a broken one is a defect. */
const list =
  <T>(name: string, load: (file: string, text: string) => Result<T, Problem[]>) =>
  (): T => {
    const file = `seeds/diseases/${name}`;
    const loaded = load(file, readFileSync(join(projectRoot(), file), 'utf8'));
    must(loaded.ok, loaded.ok ? '' : loaded.error.map(printProblem).join('\n'));
    return loaded.value;
  };

/** The diseases that are settled across provinces, and the codes that stay at home. */
export const seedDiseases = list('cross-province.yaml', loadDiseases);

/** What places pay for under a disease 病种支付范围. */
export const seedPaymentScopes = list('payment-scope.yaml', loadPaymentScopes);
