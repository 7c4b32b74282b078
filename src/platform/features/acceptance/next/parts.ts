import { placeOf, provinceOf, type Admdvs } from '../../../../kernel/admdvs.ts';
import { dateTimeOf, type Instant } from '../../../../kernel/civil-time.ts';
import type { Library } from '../../../domain/library.ts';
import type { Reader } from '../../../store/port.ts';
import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import type { Credential, Requirement } from '../requirements/requirement.ts';
import type { Side } from '../side.ts';
import type { Aim } from './aim.ts';
import type { Letter } from './curl.ts';
import { claimInput, entitlementsInput, numberShown, refundInput, registrationInput, reversalInput } from './inputs.ts';
import { listInput } from './list-inputs.ts';
import { openBusiness } from './open-business.ts';
import type { Visitor } from './visitors.ts';

/** What calls are made of. */
export type PartSource = {
  readonly reader: Reader;
  readonly library: Library;
  readonly now: Instant;
  readonly province: Admdvs;
  readonly side: Side;
  /** What came on that side. */
  readonly index: ActIndex;
};

/** Who sends what. */
export type Part = Pick<Letter, 'province' | 'input' | 'institution'>;

/** Undefined where the sandbox knows nobody, or nothing came before, that the message could be about. */
type PartOf = (
  aim: Aim,
  requirement: Requirement,
  visitors: readonly Visitor[],
  serial: string,
  source: PartSource,
) => Part | undefined;

/** A person's message comes from the province of the institution. */
const byVisitor =
  (input: (visitor: Visitor, visit: Parameters<typeof claimInput>[1]) => object): PartOf =>
  (aim, _requirement, visitors, serial, { now }) => {
    const visitor = visitors.find((one) => fits(one, aim));
    if (!visitor) return undefined;
    const { institution } = visitor;
    const visit = {
      now: dateTimeOf(now),
      mdtrtsn: institution.admdvs + serial,
      credential: aim.credential ?? cardOrVoucher(visitor),
      ...(aim.outside !== undefined && { disease: aim.outside }),
    };
    return { province: provinceOf(institution.admdvs), institution, input: input(visitor, visit) };
  };

const fits = ({ disease, population, person, insurance }: Visitor, aim: Aim): boolean =>
  (aim.disease === undefined || aim.disease === disease) &&
  (aim.population === undefined || aim.population === population) &&
  (aim.special === undefined || isSpecial(insurance, person)) &&
  (aim.credential === undefined || numberShown(person, aim.credential) !== undefined);

const isSpecial = ({ cvlserv_flag }: Visitor['insurance'], { identities }: Visitor['person']): boolean =>
  cvlserv_flag === '1' || identities.length > 0;

const cardOrVoucher = ({ person }: Visitor): Credential => (person.card ? '03' : person.ec_token ? '01' : '02');

const following =
  (input: (act: Act) => object, choose: (aim: Aim, source: PartSource) => Act | undefined): PartOf =>
  (aim, _requirement, _visitors, _serial, source) => {
    const act = choose(aim, source);
    return act && { province: act.exchange.province, input: input(act) };
  };

const businessOf = ({ disease = '' }: Aim, { index }: PartSource) => openBusiness(index, disease);

const rowsListed: PartOf = (aim, { check }, _visitors, _serial, { reader, province, now }) =>
  check.kind === 'rows' ? { province, input: listInput(check.infno, reader, province, now) } : undefined;

const ofVisitor = byVisitor(entitlementsInput);

/** Anybody who has a qualification outside the list. */
const outsideAsked = ({ reader, library, province, side }: PartSource): Part | undefined => {
  const listed = new Set(library.diseases.crossProvince.map(({ code }) => code));
  const isOwn = (code: Admdvs) => provinceOf(code) === province;
  const institution = reader.institutions().find(({ admdvs }) => isOwn(admdvs) === (side === 'treatment'));
  const found = reader.personas().find(({ psn_no, insurances: [first] }) => {
    const elsewhere = first && institution && provinceOf(first.insuplc_admdvs) !== provinceOf(institution.admdvs);
    return (
      elsewhere && reader.qualifications(psn_no).some((row) => !listed.has(row.opsp_dise_code ?? row.local_dise_code))
    );
  });
  const insuplc = found?.insurances[0]?.insuplc_admdvs;
  if (!institution || !found || insuplc === undefined) return undefined;
  const data = { mdtrtarea: placeOf(institution.admdvs), insuplc, psn_no: found.psn_no };
  return { province: provinceOf(institution.admdvs), institution, input: { data } };
};

/** How the message of each transaction is put together. */
export const PARTS: Readonly<Record<string, PartOf>> = {
  1406: (aim, ...more) => (aim.disease === undefined ? outsideAsked(more[3]) : ofVisitor(aim, ...more)),
  1005: byVisitor(registrationInput),
  1106: byVisitor(claimInput),
  1107: byVisitor(claimInput),
  1203: following(refundInput, (aim, source) => {
    const { settlement, refunded } = businessOf(aim, source);
    return aim.again ? refunded : settlement;
  }),
  1301: following(reversalInput, (aim, source) => {
    const { settlement, refund } = businessOf(aim, source);
    return aim.oinfno === '1203' ? refund : settlement;
  }),
  1404: following(
    (act) => ({ data: { setl_sn: refundInput(act).data.setl_sn } }),
    (aim, source) => businessOf(aim, source).settlement ?? businessOf(aim, source).refunded,
  ),
  1603: rowsListed,
  1610: rowsListed,
  1620: rowsListed,
  1625: rowsListed,
  1803: rowsListed,
  1824: rowsListed,
  1825: rowsListed,
  1840: rowsListed,
};
