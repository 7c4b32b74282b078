import { ok, fail, type Result } from '../../../kernel/result.ts';
import type { Stage } from '../../features/demo/play.ts';
import { wrap } from '../layout/wrap.ts';
import { refusal, type Failure } from '../server/failure.ts';
import { workspaceUrl, type ServerOptions } from '../server/options.ts';
import { askPersona } from '../server/personas.ts';
import { askWindow, FIRST_INSTITUTION } from '../server/window.ts';
import { claimFor } from './claim-for.ts';

/** Whom the demo treats and for what: 高血压, and the persona of the claim, unless the user says otherwise. */
export type StageOptions = ServerOptions & { readonly disease?: string; readonly persona?: string };

const FIRST_DISEASE = 'M03900';

type SetStage = { readonly stage: Stage; readonly opening: string };

/** What a window knows before the first message: its hospital, the time, the card handed over and the bill. */
export const stageOf = async (
  options: StageOptions,
  firstSerial: number,
  columns: number,
): Promise<Result<SetStage, Failure>> => {
  const bill = claimFor(options.disease ?? FIRST_DISEASE);
  if (!bill.ok) return bill;
  const window = await askWindow(options, FIRST_INSTITUTION);
  if (!window.ok) return window;
  const persona = await askPersona(options, options.persona ?? bill.value.persona);
  if (!persona.ok) return persona;
  const { card_no, card_sn, insuplc_admdvs, name, shows } = persona.value;
  if (card_no === null || card_sn === null || insuplc_admdvs === null) {
    return fail(refusal(`${name}没有社会保障卡，请换一个人员`));
  }
  const { hospital, now } = window.value;
  const brought = { card: { card_no, card_sn }, bill: bill.value };
  const stage = { door: `${workspaceUrl(options)}/fsi/api`, hospital, insuplc_admdvs, ...brought, now, firstSerial };
  const opening = [
    ...wrap(`就诊人 ${name}：${shows.replace(/^演示/, '')}`, columns),
    `就医地 ${hospital.fixmedins_name}，接口 ${stage.door}`,
    '',
  ].join('\n');
  return ok({ stage, opening });
};
