import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import type { Person } from '../../src/platform/domain/person.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { openWindow } from '../support/window.ts';
import { openTestWorld } from '../support/world.ts';
import { pageOf, type Paid } from './funds/page.ts';
import { supportedFunds } from './funds/supported-funds.ts';

const NOW = '2026-09-01 10:00:00';
const YUAN = 20_000;
const PAGE = join(projectRoot(), 'docs/funds.md');

const world = await openTestWorld({ now: NOW });
const { reader } = world.world.store;

/** One claim of the persona for its only disease, at the hospital door. */
const settled = async ({ persona, psn_no, insurances }: Person): Promise<Paid> => {
  const disease = reader.qualifications(psn_no)[0]?.opsp_dise_code;
  must(persona !== undefined && disease !== undefined, `${psn_no} is a persona with a disease`);
  const window = await openWindow(world, { persona: persona.id, dise_codg: disease });
  await window.upload('B1', YUAN);
  const { output } = await window.settle('B1', YUAN);
  const rows = output.setldetail
    .filter(({ fund_payamt }) => fund_payamt > 0)
    .map((row): [string, string] => [row.fund_pay_type, row.fund_payamt.toFixed(2)]);
  return { persona: persona.id, place: insurances[0]?.insuplc_admdvs ?? '', disease, funds: Object.fromEntries(rows) };
};

const personas = reader.personas().filter(({ persona }) => persona?.id.includes('-fund-'));
const paid: Paid[] = [];
for (const person of personas) paid.push(await settled(person));

const places = readdirSync(join(projectRoot(), 'seeds/policies')).map((name) => name.slice(0, 6));
const supported = new Map(
  places.map((place) => [place, supportedFunds(world.world.library, place, NOW.slice(0, 10))] as const),
);

it.each(places)('in %s four persons or fewer make exactly the funds pay that the place supports', (place) => {
  const own = paid.filter((row) => row.place === place);
  expect([...new Set(own.flatMap(({ funds }) => Object.keys(funds)))].sort()).toEqual(supported.get(place));
  expect(own.length).toBeLessThanOrEqual(4);
});

it('all eleven funds of the sandbox are somewhere', () => {
  const codes = new Set([...supported.values()].flat());
  expect([...codes].sort()).toEqual([
    '310100', '310200', '310300', '320100', '330100', '350100', '370100', '390100', '390200', '610100', '610200',
  ]); // prettier-ignore
});

it('docs/funds.md says who shows what', () => {
  const page = pageOf(supported, paid);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('nothing broke inside', () => {
  expect(world.defects).toEqual([]);
});
