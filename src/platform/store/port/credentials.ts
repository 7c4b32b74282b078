import type { CardReading } from '../../domain/card-reading.ts';
import type { EcToken, TokenCheck } from '../../domain/e-credential/ec-token.ts';
import type { FaceAuthorisation } from '../../domain/e-credential/face-authorisation.ts';
import type { Medium, Shown } from '../../domain/e-credential/shown.ts';
import type { TerminalNotice } from '../../domain/e-credential/terminal-notice.ts';

/** What is shown at scanners and terminals, and what comes of it: a part of the reader. */
export type CredentialReader = {
  readonly shown: (code: string) => Shown | undefined;
  /** Of what is held before an institution's scanner or terminal the one that came last, used or not. */
  readonly heldAt: (fixmedins_code: string, medium: Medium) => Shown | undefined;
  readonly ecToken: (ec_token: string) => EcToken | undefined;
  readonly tokenCheck: (ec_token: string, fixmedins_code: string) => TokenCheck | undefined;
  readonly faceAuthorisation: (authNo: string) => FaceAuthorisation | undefined;
  /** Newest first. */
  readonly terminalNotices: (limit: number) => TerminalNotice[];
  readonly cardReading: (auth_sn: string) => CardReading | undefined;
};
