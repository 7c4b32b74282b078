import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDiseases } from '../../../../src/rules/policy/load-diseases.ts';
import { printProblem } from '../../../../src/rules/policy/problem.ts';

const file = join(import.meta.dirname, '../../../../seeds/diseases/cross-province.yaml');
const loaded = loadDiseases('cross-province.yaml', readFileSync(file, 'utf8'));
if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));

/** The disease codes that the national platform lets through, and the local ones. */
export const diseases = loaded.value;
