import type { Role } from '../../dispatch/definition.ts';
import type { Fidelity } from '../../wire/table.ts';
import type { OpenDoor, Treatment } from './transactions.ts';

export const DOOR_NAMES: Readonly<Record<OpenDoor, string>> = {
  hospital: '医院',
  national: '国家',
  credential: '凭证',
};

/** 谁发起: on whose side a province speaks. */
export const ROLES: Readonly<Record<Role, string>> = {
  treatment: '就医省',
  insured: '参保省',
  either: '就医省或参保省',
};

export const TREATMENTS: Readonly<Record<Treatment, string>> = {
  behaviour: '办理业务',
  collected: '收下存档',
  refused: '拒绝',
};

export const FIDELITIES: Readonly<Record<Fidelity, string>> = {
  documented: '规范所载',
  reconstructed: '公开资料推定',
  sandbox: '沙箱自定',
};
