import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../kernel/assert.ts';
import { parseScaled } from '../../../kernel/decimal.ts';
import { yuan } from '../../../kernel/money.ts';
import { asPrice, asQuantity, lineAmount } from '../../../kernel/quantity.ts';
import { printProblem } from '../../../rules/policy/problem.ts';
import { readYaml } from '../../../rules/policy/read-yaml.ts';
import { projectRoot } from '../../project-root.ts';
import { seedItems } from '../imports/seed-items.ts';
import { claimFile, type ClaimSeed } from './claim-seed.ts';

/** A line of a bill: its item's name, and quantity, price and amount in 元 as a message carries them. */
export type DemoLine = ClaimSeed['lines'][number] & { readonly name: string; readonly det_item_fee_sumamt: string };

/** A claim to try for one disease 门诊慢特病, and the persona whom it suits. */
export type DemoClaim = Omit<ClaimSeed, 'lines'> & { readonly lines: readonly DemoLine[] };

const FILE = 'seeds/claims.yaml';

/** Where the claims are made: its catalogue names the items. */
const SHENZHEN = '440300';

/** The claims that ship with the sandbox, in the order of the file. A broken one is a defect: the tests read all. */
export const demoClaims = (): DemoClaim[] => {
  const read = readYaml(claimFile, FILE, readFileSync(join(projectRoot(), FILE), 'utf8'));
  must(read.ok, read.ok ? '' : read.error.map(printProblem).join('\n'));
  const names = new Map(seedItems(SHENZHEN).map(({ med_list_codg, name }) => [med_list_codg, name]));
  return read.value.claims.map((claim) => ({ ...claim, lines: claim.lines.map((line) => billed(line, names)) }));
};

const billed = (line: ClaimSeed['lines'][number], names: ReadonlyMap<string, string>): DemoLine => {
  const name = names.get(line.med_list_codg);
  must(name !== undefined, `${FILE}: seeds/catalogues/base.yaml has ${line.med_list_codg}`);
  const cnt = asQuantity(parseScaled(line.cnt, 4) ?? 0);
  const pric = asPrice(parseScaled(line.pric, 6) ?? 0);
  return { ...line, name, det_item_fee_sumamt: yuan(lineAmount(cnt, pric)) };
};
