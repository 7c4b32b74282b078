import { join } from 'node:path';
import { addMonths, instantOf } from '../../../../src/kernel/civil-time.ts';
import { printProblem } from '../../../../src/rules/policy/problem.ts';
import type { Write } from '../../../../src/platform/store/port.ts';
import { loadSeeds } from '../../../../src/platform/workspace/seeds/load-seeds.ts';
import { readSeedFiles } from '../../../../src/platform/workspace/seeds/read-seed-files.ts';
import { workspaceWrites } from '../../../../src/platform/workspace/seeds/seed-writes.ts';

/** The seeds as they ship. */
export const files = readSeedFiles(join(import.meta.dirname, '../../../..'));

const loaded = loadSeeds(files);
if (!loaded.ok) throw new Error(loaded.error.map(printProblem).join('\n'));

export const seeds = loaded.value;

export const START = '2026-03-31';
export const TWO_YEARS_LATER = addMonths(START, 24);

/** What a workspace started on that day is filled with. */
export const writesOn = (start: string): Write[] => workspaceWrites(seeds, instantOf(start));

export const writes = writesOn(START);

type Kind = Write['kind'];

/** All writes of one kind. */
export const allOf = <K extends Kind>(kind: K, from: readonly Write[] = writes): Extract<Write, { kind: K }>[] =>
  from.filter((write): write is Extract<Write, { kind: K }> => write.kind === kind);

export const institutions = allOf('institution.put').map(({ institution }) => institution);
export const persons = allOf('person.put').map(({ person }) => person);

/** A persona of the seeds with everything that it brings along. */
export const personaOf = (id: string, from: readonly Write[] = writes) => {
  const person = allOf('person.put', from).find(({ person }) => person.persona?.id === id)?.person;
  if (person === undefined) throw new Error(`no persona ${id}`);
  const own = <T extends { readonly psn_no: string }>(row: T): boolean => row.psn_no === person.psn_no;
  return {
    person,
    accounts: allOf('account.add', from).filter(own),
    accumulators: allOf('accumulator.add', from).filter(own),
    filings: allOf('filing.put', from)
      .map(({ filing }) => filing)
      .filter(own),
    qualifications: allOf('qualification.put', from)
      .map(({ qualification }) => qualification)
      .filter(own),
    chosen: allOf('chosen.put', from)
      .map(({ chosen }) => chosen)
      .filter(own),
    contributions: allOf('contribution.put', from)
      .map(({ contribution }) => contribution)
      .filter(own),
  };
};
