import type { z } from 'zod';
import { diseaseName } from '../../../rules/scope/disease-name.ts';
import type { World } from '../../dispatch/world.ts';
import { qualificationThere } from '../../domain/applications/already-there.ts';
import { daysFault } from '../../domain/applications/filing-asked.ts';
import { newApplication, nextNumber } from '../../domain/applications/new-application.ts';
import { approved, closed, movedOn } from '../../domain/applications/ruling.ts';
import type { Qualification } from '../../domain/person.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { clerkTurn, deedFor, onNumber, type Desk, type Ruled } from './clerk.ts';
import { qualificationForm, remarkForm, resultForm, terminationForm } from './forms.ts';
import { insuredPerson } from './insured-person.ts';

/** 认定申请: the person hands in an application for a chronic disease. */
export const applyForQualification = (world: World, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, qualificationForm, raw, (form, desk) => {
    const { reader, today, now } = desk;
    const found = insuredPerson(reader, form.person, form.insutype);
    if (isRefusal(found)) return found;
    const { person, insuplc } = found;
    const deed = deedFor(person, insuplc, now, form.note);
    const disease = diseaseAsked(form, desk);
    if (disease.opsp_dise_name === undefined) {
      return refuse(deed.by, 'disease-name-required', disease.local_dise_code);
    }
    const { psn_no } = person;
    const number = nextNumber(reader, insuplc, 'qualification', now);
    const asked: Qualification = {
      trt_dcla_detl_sn: number.trt_dcla_detl_sn,
      psn_no,
      insutype: found.insutype,
      ...disease,
      opsp_dise_name: disease.opsp_dise_name,
      begndate: form.begndate ?? today,
      ...(form.enddate !== undefined && { enddate: form.enddate }),
    };
    const there = { qualifications: reader.qualifications(psn_no), applications: reader.applicationsOf(psn_no) };
    const fault = daysFault(asked, today, deed.by) ?? qualificationThere(there, asked, deed.by);
    return fault ?? newApplication({ kind: 'qualification', asked }, number, deed);
  });

type Form = z.output<typeof qualificationForm>;

/** The codes as kept; the name as in the list of diseases unless it is written. */
const diseaseAsked = ({ dise_codg, local_dise_code, dise_name }: Form, { library, today }: Desk) => {
  const local = local_dise_code ?? dise_codg ?? '';
  return {
    local_dise_code: local,
    ...(dise_codg !== undefined && { opsp_dise_code: dise_codg }),
    opsp_dise_name: dise_name ?? diseaseName(library.diseases, dise_codg ?? local, today),
  };
};

/** 受理 */
export const acceptQualification = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, remarkForm, raw, ({ note }, desk) =>
    onNumber(desk, no, 'qualification', note, (filed, deed) => movedOn(filed, 'accepted', deed)),
  );

/** 认定结果: recognised for the days asked for, or for those that the result names; or not recognised. */
export const decideQualification = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, resultForm, raw, ({ result, note, ...days }, desk) =>
    onNumber(desk, no, 'qualification', note, (filed, deed) => {
      if (result === 'rejected') return movedOn(filed, 'rejected', deed);
      const row = { ...filed.application.asked, ...days };
      return daysFault(row, desk.today, deed.by) ?? approved(filed, deed, { kind: 'qualification', row });
    }),
  );

/** 终止: recognised by fraud, it ends at once (医保办发〔2024〕19号 四（四）). */
export const terminateQualification = (world: World, no: string, raw: unknown): Promise<Ruled> =>
  clerkTurn(world, terminationForm, raw, ({ reason }, desk) =>
    onNumber(desk, no, 'qualification', reason, (filed, deed) => closed(filed, 'terminated', deed)),
  );
