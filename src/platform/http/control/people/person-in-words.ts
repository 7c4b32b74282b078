import { placeName } from '../../../../kernel/admdvs.ts';
import { dateOf, yearsBetween } from '../../../../kernel/civil-time.ts';
import { FILING_NAMES, validOn, type Insurance, type Person } from '../../../domain/person.ts';
import type { Workspace } from '../../../sandbox.ts';

type World = ReturnType<Workspace['world']>;

/** What matters of a person at a hospital's window, today: `西安市在职，48 岁，备案长期居住深圳市，高血压`. */
export const personInWords = (world: World, person: Person): string => {
  const { reader } = world.store;
  const today = dateOf(world.clock.now());
  const filings = reader.filings(person.psn_no).map((filing) => {
    const where = `${FILING_NAMES[filing.kind]}${placeName(filing.mdtrtarea_admdvs)}`;
    return validOn(filing, today) ? `备案${where}` : `${where}的备案已不在有效期`;
  });
  const diseases = reader
    .qualifications(person.psn_no)
    .filter((row) => validOn(row, today))
    .map((row) => row.opsp_dise_name);
  return [
    ...person.insurances.map((insurance) => insuredInWords(world, insurance)),
    `${yearsBetween(person.brdy, today)} 岁`,
    ...(filings.length === 0 ? ['没有备案'] : filings),
    diseases.length === 0 ? '没有慢特病' : diseases.join('、'),
  ].join('，');
};

/** 1 is the usual state and is not said. */
const STATES: Readonly<Record<string, string>> = { 2: '（暂停参保）', 4: '（终止参保）' };

const insuredInWords = ({ library }: World, { insuplc_admdvs, psn_type, psn_insu_stas }: Insurance): string => {
  const types = library.dictionary('psn_type') ?? [];
  const nearest = types
    .filter(({ value }) => psn_type.startsWith(value))
    .sort((a, b) => b.value.length - a.value.length);
  return `${placeName(insuplc_admdvs)}${nearest[0]?.label ?? psn_type}${STATES[psn_insu_stas] ?? ''}`;
};
