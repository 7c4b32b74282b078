import { placeName, placeOf } from '../../../../kernel/admdvs.ts';
import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { stateOf, type Application } from '../../../domain/application.ts';
import { filedUnder, holdsOn } from '../../../domain/applications/filed.ts';
import { STATE_NAMES } from '../../../domain/applications/moves.ts';
import type { Filed } from '../../../domain/applications/ruling.ts';
import { FILING_NAMES } from '../../../domain/person.ts';
import type { Workspace } from '../../../sandbox.ts';

type World = ReturnType<Workspace['world']>;

/**
 * An application as the clerk of the insured place sees it: whose, its state and steps, what was asked for. `begndate`
 * and `enddate` are those that hold once it is approved; `holds`: today.
 */
export const applicationEntry = (world: World, filed: Filed) => {
  const { application, held } = filed;
  const { trt_dcla_detl_sn, psn_no, insuplc, asked, fixmedins_code, steps } = application;
  const { begndate, enddate } = held?.row ?? asked;
  const person = world.store.reader.person(psn_no);
  return {
    trt_dcla_detl_sn,
    state: stateOf(application),
    state_name: STATE_NAMES[stateOf(application)],
    holds: holdsOn(filed, world.clock.now()),
    psn_no,
    psn_name: person?.psn_name ?? '',
    certno: person?.certno ?? '',
    insuplc,
    insuplc_name: placeName(insuplc),
    ...detailOf(application),
    begndate,
    enddate: enddate ?? null,
    /** The institution that sent it; null: applied for at the insured place. */
    sent_by: fixmedins_code ?? null,
    steps: steps.map(({ state, at, note }) => ({ state, at: dateTimeOf(at), note: note ?? null })),
  };
};

const detailOf = (application: Application) => {
  if (application.kind === 'filing') {
    const { kind, mdtrtarea_admdvs, fixmedins_code } = application.asked;
    return {
      kind,
      kind_name: FILING_NAMES[kind],
      mdtrtarea_admdvs,
      mdtrtarea_name: areaName(mdtrtarea_admdvs),
      fixmedins_code: fixmedins_code ?? null,
      replaces: application.replaces ?? null,
    };
  }
  if (application.kind === 'chosen-institution') return {};
  const { insutype, opsp_dise_code, local_dise_code, opsp_dise_name } = application.asked;
  return { insutype, opsp_dise_code: opsp_dise_code ?? null, local_dise_code, opsp_dise_name };
};

/** A whole province is said to be one. */
const areaName = (area: string): string =>
  area === placeOf(area) && area.endsWith('0000') ? `${placeName(area)}全境` : placeName(area);

/** The entry of an application that has just been written. */
export const writtenEntry = (world: World, { trt_dcla_detl_sn }: Application) => {
  const filed = filedUnder(world.store.reader, trt_dcla_detl_sn);
  return filed && applicationEntry(world, filed);
};
