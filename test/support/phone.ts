import type { Shown } from '../../src/platform/domain/e-credential/shown.ts';
import { HOSPITAL, type TestWorld } from './world.ts';

let opened = 0;

/** A persona opens the 医保码 on the phone: the code, good for a minute from now unless said otherwise. */
export const openCode = async (world: TestWorld, persona: string, more: Partial<Shown> = {}): Promise<string> => {
  opened += 1;
  const now = world.world.clock.now();
  const shown: Shown = {
    code: String(opened).padStart(28, '0'),
    medium: 'qr',
    psn_no: world.persona(persona).psn_no,
    from: now,
    until: now + 60_000,
    ...more,
  };
  await world.add({ kind: 'shown.put', shown });
  return shown.code;
};

/** The token that the window of an institution gets for a fresh code of the persona. */
export const tokenFor = async (world: TestWorld, persona: string, orgId = HOSPITAL): Promise<string> => {
  const ecQrCode = await openCode(world, persona);
  const answer = await world.credential('ec.query', { ecQrCode }, { orgId });
  return answer.data.ecToken;
};
