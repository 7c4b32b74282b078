import { RETURN_CODES } from '../../../../virtual-devices/codes/return-codes.ts';
import { KINDS, PSAMS } from '../../../../virtual-devices/device/kinds.ts';
import { CONDITIONS } from '../../../../virtual-devices/media/conditions.ts';
import type { ControlHandler } from '../control-env.ts';

const rows = <T extends object>(table: Readonly<Record<string, T>>, key: string) =>
  Object.entries(table).map(([name, row]) => ({ [key]: name, ...row }));

/** `GET /devices/kinds`: what devices there can be, and in which state their PSAM may be. */
export const listDeviceKinds: ControlHandler = (c) => c.json({ kinds: rows(KINDS, 'kind'), psams: PSAMS });

/** `GET /devices/codes`: return codes of the reading library. */
export const listReturnCodes: ControlHandler = (c) => c.json({ codes: rows(RETURN_CODES, 'error') });

/** `GET /devices/conditions`: what can be the matter with a card. */
export const listCardConditions: ControlHandler = (c) => c.json({ conditions: rows(CONDITIONS, 'condition') });
