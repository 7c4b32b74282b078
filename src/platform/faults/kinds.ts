import { answerLost } from './kinds/answer-lost.ts';
import { answerToNext } from './kinds/answer-to-next.ts';
import { answerTwice } from './kinds/answer-twice.ts';
import { badCharset } from './kinds/bad-charset.ts';
import { badJson } from './kinds/bad-json.ts';
import { balanceChanged } from './kinds/balance-changed.ts';
import { businessError } from './kinds/business-error.ts';
import { busy } from './kinds/busy.ts';
import { centreDown } from './kinds/centre-down.ts';
import { chunkCut } from './kinds/chunk-cut.ts';
import { clockSkew } from './kinds/clock-skew.ts';
import { delay } from './kinds/delay.ts';
import { drip } from './kinds/drip.ts';
import { gatewayError } from './kinds/gateway-error.ts';
import { halfBody } from './kinds/half-body.ts';
import { hugeAnswer } from './kinds/huge-answer.ts';
import { keepAliveKilled } from './kinds/keep-alive-killed.ts';
import { lateAnswer } from './kinds/late-answer.ts';
import { loginPage } from './kinds/login-page.ts';
import { maintenanceNotice } from './kinds/maintenance-notice.ts';
import { moneyAltered } from './kinds/money-altered.ts';
import { noRead } from './kinds/no-read.ts';
import { oddValue } from './kinds/odd-value.ts';
import { outOfOrder } from './kinds/out-of-order.ts';
import { outage } from './kinds/outage.ts';
import { placeDown } from './kinds/place-down.ts';
import { placeSlow } from './kinds/place-slow.ts';
import { queryFails } from './kinds/query-fails.ts';
import { refundRefused } from './kinds/refund-refused.ts';
import { requestCut } from './kinds/request-cut.ts';
import { requestLost } from './kinds/request-lost.ts';
import { requestTwice } from './kinds/request-twice.ts';
import { reset } from './kinds/reset.ts';
import { reversalLost } from './kinds/reversal-lost.ts';
import { reversalRefused } from './kinds/reversal-refused.ts';
import { signInInvalid } from './kinds/sign-in-invalid.ts';
import { signatureInvalid } from './kinds/signature-invalid.ts';
import { splitCommit } from './kinds/split-commit.ts';
import { twoWindows } from './kinds/two-windows.ts';
import { wrongMsgid } from './kinds/wrong-msgid.ts';
import { wrongPerson } from './kinds/wrong-person.ts';
import type { FaultKind } from './kind.ts';

/** Every kind of fault between a HIS and the platform, in the order of the way of a message. */
export const FAULT_KINDS: readonly FaultKind[] = [
  noRead,
  requestLost,
  requestCut,
  answerLost,
  queryFails,
  reversalLost,
  reversalRefused,
  delay,
  lateAnswer,
  answerToNext,
  answerTwice,
  requestTwice,
  outOfOrder,
  wrongMsgid,
  wrongPerson,
  moneyAltered,
  halfBody,
  chunkCut,
  badJson,
  badCharset,
  loginPage,
  oddValue,
  hugeAnswer,
  reset,
  drip,
  keepAliveKilled,
  gatewayError,
  businessError,
  busy,
  signInInvalid,
  signatureInvalid,
  clockSkew,
  placeDown,
  placeSlow,
  centreDown,
  splitCommit,
  maintenanceNotice,
  outage,
  balanceChanged,
  twoWindows,
  refundRefused,
];

const BY_NAME = new Map(FAULT_KINDS.map((kind) => [kind.kind, kind]));

export const kindNamed = (name: string): FaultKind | undefined => BY_NAME.get(name);
