import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../kernel/assert.ts';
import { loadDiseases } from '../../rules/policy/load-diseases.ts';
import { printProblem } from '../../rules/policy/problem.ts';
import type { DiseaseList } from '../../rules/scope/disease-list.ts';
import { projectRoot } from '../project-root.ts';

const FILE = 'seeds/diseases/cross-province.yaml';

/** The list of diseases of the seeds. */
export const seedDiseases = (): DiseaseList => {
  const loaded = loadDiseases(FILE, readFileSync(join(projectRoot(), FILE), 'utf8'));
  must(loaded.ok, loaded.ok ? '' : loaded.error.map(printProblem).join('\n'));
  return loaded.value;
};
