import { placeName, placeOf } from '../../../../kernel/admdvs.ts';
import { dateOf } from '../../../../kernel/civil-time.ts';
import { usualInsurance } from '../../../domain/applications/usual-insurance.ts';
import { farAway } from '../../../domain/far-away.ts';
import { filingFor } from '../../../domain/filing.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Person } from '../../../domain/person.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { cancelFiling, changeFiling, registerFiling, reviewFiling, type Workspace } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { actedOn, posted } from './act-on.ts';
import { askedApplications } from './list-applications.ts';

type World = ReturnType<Workspace['world']>;

/**
 * `GET /filings?person=&pending=true&institution=`: filings 备案 that were applied for; of one person also those of the
 * seeds. With an institution: whether one of them holds there today, and if not why.
 */
export const listFilings: ControlHandler = (c) => {
  const asked = askedApplications(c, 'filing');
  if (asked instanceof Response) return asked;
  const { entries: filings, person } = asked;
  const code = c.req.query('institution');
  if (code === undefined || !person) return c.json({ filings });
  const world = c.var.workspace.world();
  const institution = world.store.reader.institution(code);
  if (!institution) return problem(c, 404, `没有机构 ${code}，全部机构见 kuasheng institution list`);
  return c.json({ filings, at: { fixmedins_code: code, ...answerAt(world, person, institution) } });
};

/** Whether treatment there today is covered by a filing, in words. */
const answerAt = (world: World, person: Person, { admdvs, fixmedins_code, fixmedins_name }: Institution) => {
  const insuplc = placeOf(usualInsurance(person)?.insuplc_admdvs ?? '');
  const mdtrtarea = placeOf(admdvs);
  const name = { fixmedins_name, place: placeName(admdvs) };
  if (!farAway({ mdtrtarea, insuplc })) return { ...name, ok: true, text: '本省就医，门诊结算无须备案' };
  const sought = { mdtrtarea, fixmedins_code, day: dateOf(world.clock.now()) };
  const found = filingFor(world.store.reader.filings(person.psn_no), sought, { role: 'insured', place: insuplc });
  if (isRefusal(found)) return { ...name, ok: false, text: found.text };
  return { ...name, ok: true, text: `备案 ${found.trt_dcla_detl_sn} 有效` };
};

/** `POST /filings` */
export const postFiling = posted('filing', registerFiling);
/** `POST /filings/{no}/review` */
export const postReview = actedOn('filing', reviewFiling);
/** `POST /filings/{no}/change`: answers with the application that is to take its place. */
export const postChange = actedOn('filing', changeFiling);
/** `POST /filings/{no}/cancel` */
export const postCancellation = actedOn('filing', cancelFiling);
