import { ok, type Result } from '../../../../kernel/result.ts';
import { BEGINS, type Campaign } from '../campaign.ts';
import type { Driver, DriverEnd, Setting } from '../driver.ts';
import type { Address } from '../../demo/control-request.ts';
import { askControl } from './ask-control.ts';
import { findings, type Finding, type Judge } from './findings.ts';
import { handInBook } from './hand-in-book.ts';
import { beginAnew, cardFor, type Ground } from './ground.ts';

/** A campaign that was played: what the driver said, and of what it is convicted. */
export type Outcome = {
  readonly campaign: Campaign;
  readonly end: DriverEnd;
  readonly found: readonly Finding[];
  /** A settlement came: else there was nothing that could go wrong. */
  readonly settled: boolean;
};

/** So long the HIS may still put things in order, in virtual time: whatever is open then stays open. */
export const SETTLING = '+1d';

/** Where the window stands. */
export const HOSPITAL = {
  fixmedins_code: 'H44030099001',
  fixmedins_name: '深圳市沙箱第一人民医院',
  mdtrtarea_admvs: '440300',
};

/** From the first moment: arms the faults, lets the driver settle its patient, lets time pass, asks for the verdict. */
export const playCampaign = async (
  ground: Ground,
  driver: Driver,
  campaign: Campaign,
  judge: Judge = findings,
): Promise<Result<Outcome, string>> => {
  const set = await setUp(ground, driver, campaign);
  if (!set.ok) return set;
  const { address } = ground;
  const end = await driver.settle(set.value, async (seconds) => {
    await askControl(address, 'POST', '/clock/advance', { to: `+${seconds}s` });
  });
  const handed = await handInBook(address, HOSPITAL.fixmedins_code, end.book);
  if (!handed.ok) return handed;
  for (const [method, path, body] of [
    ['DELETE', '/faults', undefined],
    ['POST', '/clock/advance', { to: SETTLING }],
  ] as const) {
    const done = await askControl(address, method, path, body);
    if (!done.ok) return done;
  }
  const found = await judge(address);
  if (!found.ok) return found;
  const settled = await anySettlement(address);
  return settled.ok ? ok({ campaign, end, found: found.value, settled: settled.value }) : settled;
};

/** Whether a 2207 came, whatever came of it. */
const anySettlement = async (address: Address): Promise<Result<boolean, string>> => {
  const asked = await askControl<{ readonly rows: readonly unknown[] }>(address, 'GET', '/journal?infno=2207&limit=1');
  return asked.ok ? ok(asked.value.rows.length > 0) : asked;
};

const setUp = async (ground: Ground, { speed }: Driver, campaign: Campaign): Promise<Result<Setting, string>> => {
  const begun = await beginAnew(ground, speed);
  if (!begun.ok) return begun;
  for (const fault of campaign.faults) {
    const armed = await askControl(ground.address, 'POST', '/faults', fault);
    if (!armed.ok) return armed;
  }
  const { patient, boxes } = campaign;
  const card = cardFor(ground, patient.persona);
  if (!card.ok) return card;
  const { base, workspace } = ground.address;
  const { dise_codg, dise_name } = patient;
  return ok({ base, workspace, hospital: HOSPITAL, ...card.value, dise_codg, dise_name, boxes, now: BEGINS });
};
