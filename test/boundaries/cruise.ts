import { resolve } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** One import statement: who writes it, what it says, and the rules it breaks. */
export type Import = { readonly from: string; readonly names: string; readonly breaks: readonly string[] };

const importsOf = (module: IModule): Import[] =>
  module.dependencies.map((dependency) => ({
    from: module.source,
    names: dependency.module,
    breaks: (dependency.rules ?? []).map((rule) => rule.name).sort(),
  }));

/** Packages are found as Node's ESM loader finds them. */
const PACKAGES = { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] };

/** Every import below `<root>/src`, judged by .dependency-cruiser.cjs. Throws when it saw no module. */
export const judgedImports = async (root: string): Promise<Import[]> => {
  const options = await extractOptions('./.dependency-cruiser.cjs');
  const { output } = await cruise(['src'], { ...options, baseDir: resolve(root) }, PACKAGES);
  const { modules } = output as ICruiseResult;
  const own = modules.filter((module) => module.source.startsWith('src/'));
  if (own.length === 0) throw new Error('dependency-cruiser saw no module: is TypeScript older than 7 installed?');
  return own.flatMap(importsOf);
};
