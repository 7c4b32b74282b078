import type { z } from 'zod';
import type { Problem } from '../../../rules/policy/problem.ts';
import type { Path } from '../../../rules/policy/yaml-document.ts';
import type { institutionFile } from './institution-seed.ts';
import type { personaFile, PersonaSeed } from './persona-seed.ts';
import type { Located } from './seed-file.ts';

type Institutions = Located<z.output<typeof institutionFile>>;
type Personas = Located<z.output<typeof personaFile>>;

/** What one file alone cannot know: codes, ids and numbers are unique, and the institutions that persons name exist. */
export const referenceProblems = (institutions: readonly Institutions[], personas: readonly Personas[]): Problem[] => {
  const codes = unique();
  const [ids, numbers, certificates] = [unique(), unique(), unique()];
  const ofInstitutions = institutions.flatMap((file) =>
    file.value.institutions.flatMap(({ fixmedins_code }, i) =>
      codes.repeated(fixmedins_code, file, ['institutions', i, 'fixmedins_code']),
    ),
  );
  const ofPersonas = personas.flatMap((file) =>
    file.value.personas.flatMap((persona, i) => [
      ...ids.repeated(persona.id, file, ['personas', i, 'id']),
      ...numbers.repeated(String(persona.number), file, ['personas', i, 'number']),
      ...certificates.repeated(persona.certno, file, ['personas', i, 'certno']),
      ...namedInstitutions(persona)
        .filter(({ fixmedins_code }) => !codes.has(fixmedins_code))
        .map(({ fixmedins_code, path }) =>
          file.problemAt(['personas', i, ...path], `seeds/institutions 中没有 ${fixmedins_code}`),
        ),
    ]),
  );
  return [...ofInstitutions, ...ofPersonas];
};

/** Complains when something comes a second time. */
const unique = () => {
  const seen = new Map<string, string>();
  const repeated = (value: string | undefined, located: Located<unknown>, path: Path): Problem[] => {
    if (value === undefined) return [];
    const before = seen.get(value);
    seen.set(value, before ?? located.file);
    return before === undefined ? [] : [located.problemAt(path, `${value} 重复，已见于 ${before}`)];
  };
  return { has: (value: string) => seen.has(value), repeated };
};

const namedInstitutions = ({ filings, chosen }: PersonaSeed) =>
  Object.entries({ filings, chosen }).flatMap(([rows, list]) =>
    list.flatMap(({ fixmedins_code }, i) =>
      fixmedins_code === undefined ? [] : [{ fixmedins_code, path: [rows, i, 'fixmedins_code'] }],
    ),
  );
