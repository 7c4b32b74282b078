import type { Protocol } from '../../../virtual-devices/socket/line.ts';

/** As the close of a connection names a server that broke inside. */
const BROKEN = 1011;

/**
 * A protocol whose defects end its own connection and are told. What comes by a socket has nobody above it to catch
 * them: one message would end the process, and with it everybody's work.
 */
export const guardedProtocol =
  (protocol: Protocol, onDefect: (defect: unknown) => void): Protocol =>
  (line) => {
    const talk = protocol(line);
    return {
      ...talk,
      heard: (bytes, isBinary) => {
        try {
          talk.heard(bytes, isBinary);
        } catch (defect) {
          onDefect(defect);
          line.end(BROKEN, 'internal error');
        }
      },
    };
  };
