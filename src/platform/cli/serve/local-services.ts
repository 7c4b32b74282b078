import type { LocalService } from '../../http/devices/local-services.ts';
import { DEFAULT_WORKSPACE } from '../../sandbox.ts';

/** Which local services are wanted, at which devices: what the options of `serve` say. */
export type ServiceOptions = {
  readonly sscard?: number;
  readonly sscardReader: string;
  readonly face?: number;
  readonly faceTerminal: string;
};

export const localServices = ({
  sscard,
  sscardReader,
  face,
  faceTerminal,
}: ServiceOptions): readonly LocalService[] => [
  ...(sscard === undefined ? [] : [{ kind: 'sscard', port: sscard, ...deviceNamed(sscardReader) } as const]),
  ...(face === undefined ? [] : [{ kind: 'face', port: face, ...deviceNamed(faceTerminal) } as const]),
];

/** `reader-1`, or `team-a/reader-1` of another workspace. */
const deviceNamed = (text: string): Pick<LocalService, 'workspace' | 'device'> => {
  const at = text.indexOf('/');
  return at < 0
    ? { workspace: DEFAULT_WORKSPACE, device: text }
    : { workspace: text.slice(0, at), device: text.slice(at + 1) };
};
