import type { ActIndex } from '../evidence/act-index.ts';
import { allRows, textOf } from '../evidence/fields.ts';
import { POPULATION_NAMES } from '../populations.ts';
import { populationsDue } from './by-person.ts';
import { counted, type Finding, type Grounds } from './finding.ts';

/** Row 7: 1404 finds a settlement of the disease. */
export const checkFound = (disease: string, index: ActIndex): Finding => {
  const acts = index.of('1404', disease).filter(({ effective }) => effective);
  const finding = counted(
    1,
    acts.length,
    acts.map(({ exchange }) => exchange),
  );
  const unread = index.of('1404').filter((act) => act.unread).length;
  if (acts.length > 0 || unread === 0) return finding;
  return { ...finding, verdict: 'skip', note: `${unread} 笔 1404 的应答字节已丢失，无法核实，请重查` };
};

/**
 * Row 8 is about a screen of the province's own system, which the sandbox cannot see: the province states it. What 1404
 * told is held against it: a row of other provinces' business refutes it.
 */
export const checkScreen = (disease: string, index: ActIndex, { province }: Grounds): Finding => {
  const acts = index.of('1404', disease).filter(({ effective }) => effective);
  const own = province.slice(0, 2);
  const foreign = acts.filter(({ exchange }) =>
    allRows(exchange.output).some((row) =>
      PLACES.every((field) => textOf(row, field) !== undefined && !textOf(row, field)?.startsWith(own)),
    ),
  );
  if (foreign.length > 0) {
    const evidence = foreign.map(({ exchange }) => exchange);
    return { ...counted(1, 0, evidence), verdict: 'fail', note: '1404 返回了与本省无关的结算' };
  }
  return {
    ...counted(
      1,
      0,
      acts.map(({ exchange }) => exchange),
    ),
    verdict: 'attested',
    note: acts.length > 0 ? '界面沙箱看不到；1404 返回的都是本省业务' : '界面沙箱看不到，由本省自述',
  };
};

const PLACES = ['mdtrtarea', 'insuplc'];

/** Out of scope 1: 1406 tells a disease that is not on the national list. */
export const checkOutsideReturned = (index: ActIndex, grounds: Grounds): Finding => {
  const acts = index.of('1406').filter((act) => act.effective && act.diseases.some((code) => isOutside(grounds, code)));
  return counted(
    1,
    acts.length,
    acts.map(({ exchange }) => exchange),
  );
};

const isOutside = ({ library }: Grounds, code: string): boolean =>
  !library.diseases.crossProvince.some((disease) => disease.code === code);

/** Out of scope 2: 1106 and 1107 of each population were stopped by the national node. */
export const checkOutsideStopped = (index: ActIndex, { residentsExcused }: Grounds): Finding => {
  const due = populationsDue(residentsExcused).flatMap((population) =>
    ['1106', '1107'].map((infno) => ({
      population,
      name: `${POPULATION_NAMES[population]} ${infno}`,
      act: index
        .of(infno)
        .find((act) => act.population === population && act.exchange.refusal === 'disease-out-of-scope'),
    })),
  );
  const shown = due.flatMap(({ act }) => act ?? []);
  const lacking = due.filter(({ act }) => !act);
  return {
    required: due.length,
    seen: shown.length,
    evidence: shown.map(({ exchange }) => exchange),
    lacking: lacking.map(({ name }) => name),
    ...(lacking[0] && { population: lacking[0].population }),
  };
};
