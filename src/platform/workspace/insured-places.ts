import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Clock } from '../../kernel/ports.ts';
import { EMBEDDED, type AskRemote, type InsuredPlace } from '../dispatch/insured-place.ts';
import { remoteOf } from '../domain/remote-of.ts';
import type { Reader } from '../store/port.ts';

/** Who answers for an insured place: the system that the operator named, else the embedded engine. */
export const insuredPlaces =
  (reader: Pick<Reader, 'placeStates'>, clock: Clock, ask: AskRemote | undefined) =>
  (insuplc: Admdvs): InsuredPlace => {
    const remote = ask && remoteOf(reader.placeStates(), insuplc);
    if (!remote) return EMBEDDED;
    const { timeoutMs } = remote;
    return { kind: 'waiting', timeoutMs, send: (question) => ask(remote, question, clock.now()) };
  };
